using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Settings;

/// <summary>An operator's locale decides how times look on its pages and in its emails, and never in the API.</summary>
public sealed class LocaleTests : IAsyncLifetime
{
    private const string Settings = "/queen-of-san-diego/settings";

    private CharterFixture day = null!;

    private Cast Queen => day.Cast;

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_default_is_that_of_the_time_zones_country()
    {
        Assert.Equal("en-US", (string?)(await Operator())["locale"]);
        Assert.Contains("5:30 PM", (await Queen.Sam.Browser.Page(day.Charter)).Text(), StringComparison.Ordinal);

        await Queen.Olive.Api.Put("/api/operator", new { time_zone = "Europe/London" }).Json();

        Assert.Equal("en-GB", (string?)(await Operator())["locale"]);
        Assert.Contains("17:30", (await Queen.Sam.Browser.Page(day.Charter)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_chooses_another_and_returns_to_the_default()
    {
        Assert.Equal(303, (int)(await Queen.Olive.Browser.PostForm(Settings, ("locale", "en-gb"))).StatusCode);

        var page = await Queen.Olive.Browser.Page(Settings);
        Assert.Equal("en-GB", page.QuerySelector("#locale")!.GetAttribute("value"));
        Assert.Contains("Now: Wed, 1 Jul, 09:00.", page.Text(), StringComparison.Ordinal);
        Assert.Equal("en-GB", (string?)(await Operator())["locale"]);
        await Queen.Olive.Api.Put("/api/operator", new JsonObject { ["locale"] = null }).Json();
        Assert.Equal("en-US", (string?)(await Operator())["locale"]);
        var log = (await Queen.Olive.Browser.Page("/queen-of-san-diego/log")).Text();
        Assert.Contains("Changed locale of the operator", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_open_is_sent_again_after_the_change()
    {
        var first = await Queen.Sam.Browser.GetAsync(day.Charter, TestContext.Current.CancellationToken);
        await Queen.Olive.Api.Put("/api/operator", new { locale = "en-GB" }).Json();

        using var again = new HttpRequestMessage(HttpMethod.Get, day.Charter);
        if (first.Headers.ETag is { } tag) again.Headers.IfNoneMatch.Add(tag);
        var second = await Queen.Sam.Browser.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)second.StatusCode);
        Assert.Contains("Sat, 4 Jul", (await second.Html()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_read_the_locale_in_their_language_and_emails_have_it_too()
    {
        await Queen.Waiver();
        await Queen.Olive.Api.Put("/api/operator", new { locale = "en-GB" }).Json();
        var guest = await day.Guest("Ana Cole", new { email = "ana@guests.example" });
        using var phone = day.Ship.Phone();
        var page = new Uri((string)guest["waiver_url"]!).AbsolutePath;

        var english = (await phone.Page(page)).Text();
        Assert.Contains("Sat, 4 Jul.", english, StringComparison.Ordinal);
        Assert.Contains("We leave at 17:30", english, StringComparison.Ordinal);
        Assert.Contains("sáb, 4 jul.", (await phone.Page($"{page}?lang=es")).Text(), StringComparison.Ordinal);
        var asked = await day.Ship.Post.Arrival("ana@guests.example", "Please sign your waiver");
        Assert.Equal("Please sign your waiver: Sat, 4 Jul, 17:30, Aurora", asked.Subject);
    }

    [Fact]
    public async Task The_API_and_exports_stay_ISO()
    {
        await Queen.Olive.Api.Put("/api/operator", new { locale = "en-GB" }).Json();

        var charter = await Queen.Sam.Api.Get(day.Api).Json();
        Assert.Equal("2026-07-05T00:30:00Z", (string?)charter["departure_time"]);
        var csv = await Queen.Kim.Browser.GetAsync(
            $"{day.Charter}/manifest.csv", TestContext.Current.CancellationToken);
        Assert.Equal("manifest-2026-07-04.csv", csv.Content.Headers.ContentDisposition!.FileName);
    }

    private Task<JsonNode> Operator() => Queen.Max.Api.Get("/api/operator").Json();
}
