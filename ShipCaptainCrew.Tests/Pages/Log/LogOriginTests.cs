using System.Net;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Log;

/// <summary>From where things were done, on screen and for programs: the office reads it, a captain does not.</summary>
public sealed class LogOriginTests : IAsyncLifetime
{
    private const string IPhone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

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
    public async Task The_office_reads_device_and_address_on_both_pages()
    {
        var kim = await Phone("kim");
        await kim.PostForm($"{day.Charter}/nudge");

        foreach (var log in new[] { $"/{Queen.Slug}/log", $"{day.Charter}/log" })
        {
            var rows = (await Queen.Dana.Browser.Page(log)).QuerySelectorAll("tbody tr")
                .Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()).ToList();
            Assert.Equal(("Kim", "Safari on iPhone, 203.0.113.7"), (rows[0][1], rows[0][^1]));
            Assert.Equal(("By a link", "The waiver of Ben Cole was signed", "203.0.113.7"),
                (rows[1][1], rows[1][2], rows[1][^1]));
        }
    }

    [Fact]
    public async Task The_captain_reads_that_it_was_by_a_link_but_of_nobody_from_where()
    {
        var page = await Queen.Kim.Browser.Page($"{day.Charter}/log");
        var log = await Queen.Kim.Api.Get($"{day.Api}/log").Json();

        Assert.Equal("By a link", page.QuerySelector("tbody tr")!.Children[1].TextContent.Trim());
        Assert.Equal(["When", "Who", "What"], page.QuerySelectorAll("thead th").Select(head => head.TextContent));
        Assert.DoesNotContain("203.0.113.7", page.Body!.TextContent + log.ToJsonString(), StringComparison.Ordinal);
        Assert.True((bool)log["items"]![0]!["by_link"]!);
        Assert.All(log["items"]!.AsArray(), line => Assert.Null(line!["from"]));
    }

    [Fact]
    public async Task Programs_of_the_office_read_it_too()
    {
        var lines = (await Queen.Dana.Api.Get($"{day.Api}/log").Json())["items"]!.AsArray();

        Assert.Equal("""{"device":null,"address":"203.0.113.7"}""", lines[0]!["from"]!.ToJsonString());
        Assert.Equal("""{"device":"test","address":"203.0.113.7"}""", lines[1]!["from"]!.ToJsonString());
        Assert.Equal([true, false], lines.Take(2).Select(line => (bool)line!["by_link"]!));
    }

    [Fact]
    public async Task Guests_by_a_link_and_the_ships_clock_are_looked_for_apart()
    {
        var clock = await Rows($"?who={Guid.Empty}");
        var links = await Rows($"?who={Guid.AllBitsSet}");

        Assert.Contains("Invited Kim", clock);
        Assert.DoesNotContain("The waiver of Ben Cole was signed", clock);
        Assert.Equal(["The waiver of Ben Cole was signed"], links);
    }

    [Fact]
    public async Task A_captains_proof_pack_gives_no_colleague_away_and_the_offices_is_whole()
    {
        var proof = $"{day.Charter}/waivers/{(await Queen.Book())[0].Id}/proof";

        var (kims, danas) = (await Kinds(Queen.Kim), await Kinds(Queen.Dana));

        Assert.Equal(["waiver.signed"], kims);
        Assert.Equal(["guest.added", "waiver.signed"], danas);
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
            .. (await Queen.Dana.Browser.Page($"/{Queen.Slug}/log{search}")).QuerySelectorAll("tbody tr")
                .Select(row => row.Children[2].TextContent.Trim())];
}
