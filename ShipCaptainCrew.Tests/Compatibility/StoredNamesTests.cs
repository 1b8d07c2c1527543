using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// Stored names do not change when code is renamed: tables, columns, enum members, JSON keys and settings.
/// </summary>
public sealed partial class StoredNamesTests(OldFolder old) : IClassFixture<OldFolder>
{
    [Fact]
    public async Task An_upgraded_database_has_the_same_schema_as_a_new_one()
    {
        await using var folder = await DataFolderFixture.Used();
        await Model();

        Assert.Equal(Schema(folder.Storage.Database), Schema(old.Database));
    }

    [Fact]
    public async Task The_model_has_no_pending_changes()
    {
        Assert.False(await Database(db => db.Database.HasPendingModelChanges()));
        foreach (var table in (await Model()).GetRelationalModel().Tables)
        {
            var columns = old.Rows($"SELECT name FROM pragma_table_info('{table.Name}')", row => row.GetString(0));
            Assert.Equal(columns.Order(), table.Columns.Select(column => column.Name).Order());
        }
    }

    [Fact]
    public async Task The_stored_names_are_those_of_the_committed_list() =>
        OldFolder.Matches(
            "stored.txt",
            [.. StoredNames.Of(await Model()), .. Facts("log"), .. Facts("outbox"), .. Waivers(), .. await Backup()]);

    [Fact]
    public void Signed_waivers_and_certificates_are_written_back_unchanged()
    {
        foreach (var (kind, body) in Bodies())
        {
            var isSigned = kind == "Signed";
            Assert.Equal(body, isSigned ? WaiverContent.Read(body).ToBytes() : ErasureCertificate.Read(body).ToBytes());
        }
    }

    [Fact]
    public async Task The_facts_of_waiting_emails_are_written_back_unchanged()
    {
        var all = await Database(db => db.Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter]).ToList());
        var emails = all.FindAll(email => email.Facts != "{}");

        Assert.Equal(8, emails.Select(email => email.Kind).Distinct().Count());
        Assert.All(emails, email => Assert.Equal(email.Facts, email.Kind switch
        {
            DailyEmail.Kind => DailyEmailScope.Of(email).ToJson(),
            WaiverAnchorEmail.Kind => WaiverAnchor.Of(email).ToJson(),
            PasskeyCeremony.EmailKind =>
                JsonSerializer.Serialize(JsonSerializer.Deserialize<PasskeyFacts>(email.Facts)),
            MoveUndoneEmail.Kind => """{"Undone":6}""",
            _ => PositionFacts.Of(email).ToJson(),
        }));
    }

    [Theory]
    [InlineData("SignIn")]
    [InlineData("Letters")]
    [InlineData("FailedTries")]
    [InlineData("Passkey")]
    [InlineData("Open")]
    [InlineData("Guest")]
    [InlineData("Api")]
    [InlineData("Streams")]
    [InlineData("StreamsByAddress")]
    [InlineData("Exports")]
    [InlineData("Invitations")]
    [InlineData("Seconds")]
    public void A_limit_keeps_its_setting_name(string name)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new($"Limits:{name}", "12345")]).Build();
        var limits = LimitOptions.Read(settings);

        Assert.Single(typeof(LimitOptions).GetProperties(), property => property.GetValue(limits) is 12345);
    }

    /// <summary>The design-time model. Starts the server, which upgrades the database.</summary>
    private Task<IModel> Model() => Database(db => db.GetService<IDesignTimeModel>().Model);

    private Task<T> Database<T>(Func<AppDbContext, T> read) =>
        old.Ship.In(services => Task.FromResult(read(services.GetRequiredService<AppDbContext>())));

    private static List<string> Schema(string path)
    {
        using var file = SqliteFile.Open(path);
        return [.. file.Query(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'",
            row => $"{row[0]} {row[1]} {row[2]} {Space().Replace($"{row[3]}", " ")}").Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Facts(string table) => old
        .Rows($"SELECT Kind, Facts FROM {table}", row => $"{table} {row[0]}: {Keys(JsonNode.Parse($"{row[1]}"))}")
        .Distinct();

    private IEnumerable<string> Waivers() =>
        Bodies().Select(row => $"waivers {row.Kind}: {Keys(JsonNode.Parse(row.Body))}").Distinct();

    private IReadOnlyList<(string Kind, byte[] Body)> Bodies() =>
        old.Rows("SELECT Kind, Body FROM waivers WHERE Body IS NOT NULL", row => (row.GetString(0), (byte[])row[1]));

    private async Task<string[]> Backup()
    {
        var path = old.Ship.Services.GetRequiredService<Backups>().Make();
        await using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var manifest = JsonNode.Parse((await tar.GetNextEntryAsync())!.DataStream!)!;
        var keys = string.Join(", ", manifest.AsObject().Select(field => field.Key));
        return [$"backup: {keys}; chains: {Keys(manifest["chains"]![0])}"];
    }

    /// <summary>The keys in order; keys of nested objects follow their parent's key and a dot.</summary>
    private static string Keys(JsonNode? node) =>
        string.Join(", ", node!.AsObject().SelectMany(field => field.Value switch
        {
            JsonObject inner => inner.Select(part => $"{field.Key}.{part.Key}"),
            JsonArray list when list.FirstOrDefault() is JsonObject one =>
                one.Select(part => $"{field.Key}.{part.Key}"),
            _ => [field.Key],
        }));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
