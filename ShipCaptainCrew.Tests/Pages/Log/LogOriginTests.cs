using System.Net;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Log;

/// <summary>Device and network address of log entries, on pages and in the API; visible to the office only.</summary>
public sealed class LogOriginTests : IAsyncLifetime
{
    private const string IPhone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        + "Version/18.0 Mobile/15E148 Safari/604.1";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture day = null!;

    private Cast Queen => day.Cast;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin(new AppFixture { Caller = IPAddress.Parse("203.0.113.7") });
        await Queen.Waiver();
        await day.Ship.Phone().Sign((await Queen.Guest(day.CharterId, "Ben Cole")).Page, "Ben Cole");
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_office_sees_device_and_address_on_both_log_pages()
    {
        var kim = await Phone("kim");
        await kim.PostForm($"{day.Charter}/nudge");

        foreach (var log in new[] { $"/{Queen.Slug}/log", $"{day.Charter}/log" })
        {
            var rows = (await Queen.Dana.Browser.Page(log)).QuerySelectorAll(".log li")
                .Select(row => (row.Words("b"), row.Words(".what"), row.Words(".from"))).ToList();
            Assert.Equal(("Kim", "Nudged the crew", "Safari on iPhone, 203.0.113.7"), rows[0]);
            Assert.Equal(("Through a link", "The waiver of Ben Cole was signed", "203.0.113.7"), rows[1]);
        }
    }

    [Fact]
    public async Task The_captain_sees_use_of_a_link_but_no_origins()
    {
        var page = await Queen.Kim.Browser.Page($"{day.Charter}/log");
        var log = await Queen.Kim.Api.Get($"{day.Api}/log").Json();

        Assert.Equal("Through a link", page.QuerySelector(".log li")!.Words("b"));
        Assert.Empty(page.QuerySelectorAll(".from"));
        Assert.DoesNotContain("203.0.113.7", page.Body!.TextContent + log.ToJsonString(), StringComparison.Ordinal);
        Assert.True((bool)log["items"]![0]!["by_link"]!);
        Assert.All(log["items"]!.AsArray(), line => Assert.Null(line!["from"]));
    }

    [Fact]
    public async Task The_API_shows_origins_to_the_office()
    {
        var lines = (await Queen.Dana.Api.Get($"{day.Api}/log").Json())["items"]!.AsArray();

        Assert.Equal("""{"device":null,"address":"203.0.113.7"}""", lines[0]!["from"]!.ToJsonString());
        Assert.Equal("""{"device":"test","address":"203.0.113.7"}""", lines[1]!["from"]!.ToJsonString());
        Assert.Equal([true, false], lines.Take(2).Select(line => (bool)line!["by_link"]!));
    }

    [Fact]
    public async Task Entries_by_links_and_by_the_system_can_be_searched_separately()
    {
        var automatic = await Rows($"?who={Guid.Empty}");
        var byLink = await Rows($"?who={Guid.AllBitsSet}");

        Assert.Contains("Invited Kim", automatic);
        Assert.DoesNotContain("The waiver of Ben Cole was signed", automatic);
        Assert.Equal(["The waiver of Ben Cole was signed"], byLink);
    }

    [Fact]
    public async Task A_proof_for_the_captain_omits_entries_of_colleagues_and_one_for_the_office_does_not()
    {
        var proof = $"{day.Charter}/waivers/{(await Queen.Book())[0].Id}/proof";

        var (captain, office) = (await Kinds(Queen.Kim), await Kinds(Queen.Dana));

        Assert.Equal(["waiver.signed"], captain);
        Assert.Equal(["guest.added", "waiver.signed"], office);
        Assert.DoesNotContain(
            $"{Queen.Dana.SessionId}", await Queen.Kim.Browser.GetStringAsync(proof, stop), StringComparison.Ordinal);

        async Task<IEnumerable<string>> Kinds(TestUser who) =>
            (await who.Browser.Page(proof)).QuerySelectorAll("[data-entry]").Select(row => row.Children[1].TextContent);
    }

    private async Task<HttpClient> Phone(string name)
    {
        var phone = day.Ship.CreateClient(new() { AllowAutoRedirect = false });
        phone.DefaultRequestHeaders.Add("User-Agent", IPhone);
        var email = $"{name}@{Queen.Slug}.example";
        await phone.PostForm("/sign-in", ("email", email));
        var message = await day.Ship.Post.Arrival(email, "Your sign-in link");
        await phone.PostForm(
            System.Text.RegularExpressions.Regex.Match(message.TextBody!, "/sign-in/[A-Za-z0-9_-]{43}").Value);
        return phone;
    }

    private async Task<IReadOnlyList<string>> Rows(string search) =>
    [
        .. (await Queen.Dana.Browser.Page($"/{Queen.Slug}/log{search}")).QuerySelectorAll(".log .what")
            .Select(what => what.TextContent.Trim()),
    ];
}
