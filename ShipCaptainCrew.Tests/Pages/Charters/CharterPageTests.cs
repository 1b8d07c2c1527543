using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class CharterPageTests
{
    [Fact]
    public async Task The_page_shows_times_crew_and_checklists()
    {
        await using var day = await CharterFixture.Begin();

        var page = await day.Cast.Sam.Browser.Page(day.Charter);

        Assert.Equal("Sunset sail, Aurora", page.QuerySelector("h1")!.TextContent);
        var text = page.Body!.TextContent;
        Assert.All(
            ["Pier 3", "5:30 PM", "8:00 PM", "4:30 PM", "Kim", "Sam, you", "Open: deckhand", "Before departure",
                "0 of 3"],
            word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_guest_count_shows_listed_of_expected_once_guests_are_listed()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Dana.Api.Put(day.Api, new { guests_expected = 24 }).Json();
        Assert.Contains("24 guests", await Badges(), StringComparer.Ordinal);

        await day.Guest("Ben Cole");

        Assert.Contains("1 of 24 guests", await Badges(), StringComparer.Ordinal);
        Assert.Contains("1 of 24 guests",
            (await day.Cast.Sam.Browser.Page($"/{day.Cast.Slug}")).QuerySelector(".card")!.TextContent,
            StringComparison.Ordinal);

        async Task<IEnumerable<string>> Badges() =>
            (await day.Cast.Sam.Browser.Page(day.Charter)).QuerySelectorAll(".tags > span")
                .Select(badge => badge.TextContent);
    }

    [Fact]
    public async Task The_charter_log_describes_who_did_what()
    {
        await using var day = await CharterFixture.Begin();

        var log = await day.Cast.Kim.Browser.Page($"{day.Charter}/log");

        var lines = log.QuerySelectorAll(".log li").Select(row => row.TextContent).ToList();
        Assert.Contains(lines,
            line => line.Contains("Dana", StringComparison.Ordinal)
                && line.Contains("Planned the charter", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Sam is deckhand", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Added the checklist Before departure", StringComparison.Ordinal));
        Assert.Equal(403, (int)(await day.Cast.Sam.Browser.GetAsync($"{day.Charter}/log")).StatusCode);
    }

    [Fact]
    public async Task The_contact_is_shown_to_the_assigned_crew_and_the_office_only()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Dana.Api.Put(day.Api, new { contact = new { name = "Ben Cole", phone = "+1 619 555 0123" } })
            .Json();

        Assert.Contains(
            "Ben Cole", (await day.Cast.Sam.Browser.Page(day.Charter)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Ben Cole", (await day.Cast.Alex.Browser.Page(day.Charter)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben Cole", await day.Cast.Alex.Api.GetStringAsync(day.Api), StringComparison.Ordinal);
    }
}
