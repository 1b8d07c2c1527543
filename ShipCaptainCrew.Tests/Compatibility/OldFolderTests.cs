using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// A data folder of an earlier build opens, can be changed, and still contains everything that was written to it.
/// </summary>
public sealed class OldFolderTests : IAsyncLifetime
{
    private readonly OldFolder old = new();

    private long lastSeq;

    private string CharterAddress => $"/{old.Slug}/charters/{old.Known["charter"]}";

    /// <summary>Remembers the last log entry and starts the server.</summary>
    public ValueTask InitializeAsync()
    {
        lastSeq = old.Rows("SELECT max(Seq) FROM log", row => row.GetInt64(0)).Single();
        _ = old.Ship.Services.GetRequiredService<StoragePaths>();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => old.DisposeAsync();

    [Fact]
    public void The_folder_opens_and_its_log_and_waivers_verify()
    {
        AssertVerifies();

        Assert.Equal(["Erased", "Signed"], Texts("SELECT DISTINCT Kind FROM waivers ORDER BY 1"));
        Assert.Equal(["Signed"], Texts("SELECT Kind FROM waivers WHERE Body IS NULL"));
        Assert.Equal(["A claim"], Texts("SELECT HoldReason FROM waiver_keeping WHERE HeldAt IS NOT NULL"));
    }

    [Fact]
    public async Task A_member_signs_in_with_a_passkey_and_marks_an_item_and_a_guest_signs_by_link()
    {
        using var replayedPhone = old.Phone(count: 2);
        using var phone = old.Phone(count: 3);
        using var kim = old.Browser();
        using var guest = old.Ship.Phone();

        Assert.Equal(422, (int)(await SignIn(old.Browser(), replayedPhone)).StatusCode);
        var signedIn = await SignIn(kim, phone);
        Assert.Equal((303, "/harbor-demo"), ((int)signedIn.StatusCode, $"{signedIn.Headers.Location}"));
        Assert.Equal("Kim", (string?)(await kim.Get("/api/me").Json())["name"]);
        var list = $"{CharterAddress}/checklists/{old.Known["item"]!["list"]}";
        var item = $"{list}/{old.Known["item"]!["id"]}";
        var marked = await kim.Tap(list, item, ("state", "complete"), ("version", "1"));
        Assert.Equal(200, (int)marked.StatusCode);
        Assert.Equal("complete", (await marked.Html()).QuerySelector("li.item")!.GetAttribute("data-s"));
        var signed = await guest.Sign(old.Link("waiver"), "Ben Cole", ("email", "ben@guests.example"));
        Assert.Equal(303, (int)signed.StatusCode);
        var thanks = (await guest.Page($"{signed.Headers.Location}")).Body!.TextContent;
        Assert.Contains("Thank you, Ben Cole.", thanks, StringComparison.Ordinal);

        Assert.Equal(["item.marked", "waiver.signed"],
            Texts($"SELECT Kind FROM log WHERE Seq > {lastSeq} ORDER BY Seq"));
        await old.Ship.Rest();
        await old.Ship.Post.Arrival("ben@guests.example", "Signed: Participant agreement");
        AssertVerifies();
    }

    [Fact]
    public void The_public_key_of_a_passkey_is_stored_in_COSE_format()
    {
        using var phone = old.Phone(count: 3);

        var stored = JsonNode.Parse(Texts("SELECT Data FROM AspNetUserPasskeys").Single())!;

        Assert.Equal(Convert.ToHexString(phone.PublicKey), (string?)stored["PublicKey"]);
    }

    [Fact]
    public async Task Sessions_and_access_tokens_still_work()
    {
        using var kim = old.KimsBrowser();
        using var program = old.Program();

        Assert.Equal("Kim", (string?)(await kim.Get("/api/me").Json())["name"]);
        Assert.Equal(200, (int)(await kim.GetAsync(CharterAddress, TestContext.Current.CancellationToken)).StatusCode);
        var me = await program.Get("/api/me").Json();
        Assert.Equal(("Olive", "dispatcher"), ((string?)me["name"], (string?)me["role"]));
    }

    [Fact]
    public async Task A_request_repeated_with_its_idempotency_key_changes_nothing()
    {
        var handled = old.Known["repeat"]!;
        using var program = old.Program();

        var again = await Send((string)handled["body"]!).Json(201);
        var other = await Send("""{"name":"Corona","passenger_capacity":7}""").Json(422);

        Assert.Equal((Guid)handled["id"]!, again.Id());
        Assert.NotNull(other.ErrorAt("Idempotency-Key"));
        Assert.Equal(["Corona"], Texts("SELECT Details_Name FROM vessels WHERE Details_Name = 'Corona'"));

        Task<HttpResponseMessage> Send(string body)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, (string)handled["address"]!);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", (string)handled["key"]!);
            return program.SendAsync(request);
        }
    }

    [Fact]
    public async Task Links_given_out_earlier_still_open()
    {
        using var visitor = old.Ship.Phone();
        var textByLink = new Dictionary<string, string>
        {
            ["waiver"] = "Ben Cole", ["receipt"] = "Ann Lee", ["party"] = "Aurora", ["dock"] = "Aurora",
            ["presence"] = "Alex", ["overdue"] = "Delta",
        };

        foreach (var (link, text) in textByLink)
        {
            var page = await visitor.GetAsync(old.Link(link), TestContext.Current.CancellationToken);
            Assert.Equal((link, 200), (link, (int)page.StatusCode));
            Assert.Contains(text, (await page.Html()).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> SignIn(HttpClient browser, Authenticator phone)
    {
        var asked = await browser.PostForm("/sign-in", "?handler=Ask").Json();
        var answer = phone.Get(asked["options"]!);
        return await browser.PostForm(
            "/sign-in", "?handler=Passkey", ("challenge", $"{asked["challenge"]}"), ("credential", answer));
    }

    private IReadOnlyList<string> Texts(string sql) => old.Rows(sql, row => row.GetString(0));

    /// <summary>Verifies the database as the command <c>verify</c> does.</summary>
    private void AssertVerifies()
    {
        using var file = SqliteFile.Open(old.Database);
        using var seals = old.Seals();
        Assert.Null(DatabaseVerification.Of(file, seals));
        Assert.Null(DatabaseVerification.OfLog(file));
        Assert.Null(WaiverVerification.Of(file, seals).First);
    }
}
