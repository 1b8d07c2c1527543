using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// A data folder made by an earlier build (see Compatibility/OldFolder/README.md), unpacked and opened with the clock
/// set to when it was made.
/// </summary>
public sealed class OldFolder : IAsyncDisposable
{
    private const string Place = "ShipCaptainCrew.Tests/Compatibility/OldFolder/";

    public OldFolder()
    {
        using (var packed = new BrotliStream(Repository.Open(Place + "folder.tar.br"), CompressionMode.Decompress))
            TarFile.ExtractToDirectory(packed, Ship.Folder, overwriteFiles: false);
        Ship.Clock.SetUtcNow((DateTimeOffset)Known["now"]!);
    }

    public AppFixture Ship { get; } = new();

    public string Database => Ship.Database;

    /// <summary>The disposable keys, links and ids that belong to the folder.</summary>
    public JsonNode Known { get; } = JsonNode.Parse(string.Join('\n', Repository.Lines(Place + "throwaway.json")))!;

    public string Slug => (string)Known["operator"]!;

    /// <summary>Compares with a committed list beside the folder; with SCC_RENEW=1 set, writes it first.</summary>
    public static void Matches(string list, IEnumerable<string> lines)
    {
        var found = lines.Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("SCC_RENEW") == "1")
            Repository.Write(Place + list, string.Join('\n', found) + "\n");
        var known = Repository.Lines(Place + list);
        Assert.Multiple(
            () => Assert.Empty(known.Except(found)),
            () => Assert.Empty(found.Except(known)),
            () => Assert.Equal(known, found));
    }

    /// <summary>The path of one of the links in the emails of the folder.</summary>
    public string Link(string name) => (string)Known["links"]![name]!;

    /// <summary>The rows of a query on the file itself, without the app's model.</summary>
    public IReadOnlyList<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var file = SqliteFile.Open(Database);
        return [.. file.Query(sql, read)];
    }

    /// <summary>Kim's phone with its passkey.</summary>
    /// <param name="count">The signature counter that it reports.</param>
    public Authenticator Phone(byte count)
    {
        var passkey = Known["passkey"]!;
        var phone = Authenticator.Holding((string)passkey["private_key"]!, (string)passkey["credential_id"]!);
        phone.User = (string)passkey["user_handle"]!;
        phone.Origin = (string)passkey["origin"]!;
        phone.Domain = (string)passkey["rp_id"]!;
        phone.Count = count;
        return phone;
    }

    public HttpClient Browser() => Ship.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>Kim's browser, with the session cookie issued by the earlier build.</summary>
    public HttpClient KimsBrowser()
    {
        var browser = Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{Known["cookie"]!["name"]}={Known["cookie"]!["value"]}");
        return browser;
    }

    /// <summary>An API client, with the token issued by the earlier build.</summary>
    public HttpClient Program()
    {
        var program = Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", (string)Known["program"]!["token"]!);
        return program;
    }

    public PublicSeals Seals() => new(Path.Combine(Ship.Folder, StoragePaths.KeysName));

    public ValueTask DisposeAsync() => Ship.DisposeAsync();
}
