using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

/// <summary>Reinstating on the page: who will be told before, and who was told after.</summary>
public sealed class ReinstateCharterPageTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await day.Guest("Ana Cole", new { email = "ana@guests.example" });
        await day.Guest("Bo Reed");
        await day.Cast.Kim.Api.Post($"{day.Api}/cancel", new { reason = "Gale" }).Json();
        await day.Ship.Rest();
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_page_says_who_will_be_told_and_the_charter_who_was()
    {
        var kim = day.Cast.Kim.Browser;
        var cancelled = await kim.Page(day.Charter);
        Assert.Equal("Reinstate charter", cancelled.QuerySelector($"a[href='{day.Charter}/reinstate']")!.TextContent);
        Assert.Contains("3 sent; 1 guest has no address.", cancelled.GetElementById("told")!.TextContent,
            StringComparison.Ordinal);
        var page = await kim.Page($"{day.Charter}/reinstate");
        Assert.Contains("Emailed right away: 2 crew, 1 guest; 1 guest has no address.",
            page.QuerySelector("#main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Without an address: Bo Reed.", page.QuerySelector("#main")!.TextContent,
            StringComparison.Ordinal);

        day.Ship.Post.Mood = line => line.StartsWith("RCPT TO:<ana", StringComparison.OrdinalIgnoreCase)
            ? SmtpSink.Reply.Say("550 No such mailbox here") : null;
        Assert.Equal(303, (int)(await kim.PostForm($"{day.Charter}/reinstate")).StatusCode);
        await day.Ship.Rest();

        Assert.Contains("2 sent, 1 not delivered; 1 guest has no address.",
            (await kim.Page(day.Charter)).GetElementById("told")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await kim.Page(day.Charter)).QuerySelector("#told a"));
    }

    [Fact]
    public async Task The_office_finds_the_letters_of_the_charter()
    {
        var link = (await day.Cast.Dana.Browser.Page(day.Charter)).QuerySelector("#told a")!.GetAttribute("href")!;

        var letters = await day.Cast.Dana.Browser.Page(link);

        var rows = letters.QuerySelectorAll("#letters li").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains("Ana Cole", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("Sunset sail", row, StringComparison.Ordinal));
        Assert.Contains(
            "Guests without an address: Bo Reed.", letters.QuerySelector("#letters .note")!.TextContent,
            StringComparison.Ordinal);
        var all = await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}/letters");
        Assert.True(all.QuerySelectorAll("#letters li").Length > rows.Count);
    }

    [Fact]
    public async Task A_refusal_is_shown_on_the_page()
    {
        await day.Cast.Plan(day.VesselId, "18:00", "20:00", "Harbor tour").Json(201);

        var refused = await day.Cast.Kim.Browser.PostForm($"{day.Charter}/reinstate");

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("Harbor tour", (await refused.Html()).GetElementById("errs")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charter_that_is_not_cancelled_or_has_passed_redirects_to_its_page()
    {
        var stop = TestContext.Current.CancellationToken;
        day.Ship.Clock.SetUtcNow(new(2026, 7, 5, 1, 0, 0, TimeSpan.Zero));

        var late = await day.Cast.Kim.Browser.GetAsync($"{day.Charter}/reinstate", stop);

        Assert.Equal(day.Charter, late.Headers.Location!.ToString());
        Assert.Null((await day.Cast.Kim.Browser.Page(day.Charter))
            .QuerySelector($"a[href='{day.Charter}/reinstate']"));
        Assert.Equal(403, (int)(await day.Cast.Sam.Browser.GetAsync($"{day.Charter}/reinstate", stop)).StatusCode);
    }
}
