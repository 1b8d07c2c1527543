using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class CharterPageTests
{
    [Fact]
    public async Task The_page_shows_times_crew_and_checklists()
    {
        await using var day = await CharterFixture.Begin();

        var page = await day.Cast.Sam.Browser.Page(day.Charter);

        Assert.Equal("Sunset sail, Aurora", page.QuerySelector("h1")!.TextContent);
        var text = page.Body!.TextContent;
        Assert.All(
            ["Pier 3", "17:30", "20:00", "16:30", "Kim", "Sam (you)", "1 of 2 deckhand", "Before departure", "0 of 3"],
            word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deckhand_claims_and_releases_a_position_on_confirmation_pages()
    {
        await using var day = await CharterFixture.Begin();
        var alex = day.Cast.Alex.Browser;
        Assert.NotNull((await alex.Page(day.Charter)).QuerySelector($"a[href='{day.Charter}/claim/deckhand']"));

        Assert.Equal(303, (int)(await alex.PostForm($"{day.Charter}/claim/deckhand")).StatusCode);
        Assert.Contains("Alex (you)", (await alex.Page(day.Charter)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(303, (int)(await alex.PostForm($"{day.Charter}/release/deckhand")).StatusCode);
        Assert.DoesNotContain(
            "Alex", (await alex.Page(day.Charter)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_of_a_taken_position_is_refused_with_the_holder()
    {
        await using var day = await CharterFixture.Begin();
        var (max, alex) = (day.Cast.Max.Browser, day.Cast.Alex.Browser);
        Assert.Equal(303, (int)(await max.PostForm($"{day.Charter}/claim/deckhand")).StatusCode);

        var refused = await alex.PostForm($"{day.Charter}/claim/deckhand");

        Assert.Equal(409, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Contains("Max", page.GetElementById("errs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("None that you are qualified for.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_confirms_a_position_assigned_by_the_office()
    {
        await using var day = await CharterFixture.Begin();
        var assigned = await day.Cast.Dana.Browser.PostForm(
            $"{day.Charter}/crew", ("role", "first_mate"), ("member_id", $"{day.Cast.Max.MemberId}"));
        Assert.Equal(303, (int)assigned.StatusCode);
        var max = day.Cast.Max.Browser;
        Assert.Contains("not confirmed", (await max.Page(day.Charter)).Body!.TextContent, StringComparison.Ordinal);

        await max.PostForm($"{day.Charter}/claim/first_mate");

        var row = (await max.Page(day.Charter)).QuerySelectorAll("section[aria-labelledby=crew] .rows li")
            .First(row => row.TextContent.Contains("Max", StringComparison.Ordinal));
        Assert.DoesNotContain("not confirmed", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_confirmations_are_not_shown_once_under_way()
    {
        await using var day = await CharterFixture.Begin();
        Assert.Contains("not confirmed", await Crew(), StringComparison.Ordinal);

        await day.Sail();

        Assert.DoesNotContain("not confirmed", await Crew(), StringComparison.Ordinal);

        async Task<string> Crew() =>
            (await day.Cast.Kim.Browser.Page(day.Charter)).QuerySelector("section[aria-labelledby=crew]")!.TextContent;
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
            (await day.Cast.Sam.Browser.Page(day.Charter)).QuerySelectorAll(".badge")
                .Select(badge => badge.TextContent);
    }

    [Fact]
    public async Task Assigning_without_a_member_is_refused()
    {
        await using var day = await CharterFixture.Begin();

        var refused =
            await day.Cast.Dana.Browser.PostForm($"{day.Charter}/crew", ("role", "first_mate"), ("member_id", ""));

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains(
            "Choose a person.", (await refused.Html()).GetElementById("errs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_charter_log_describes_who_did_what()
    {
        await using var day = await CharterFixture.Begin();

        var log = await day.Cast.Kim.Browser.Page($"{day.Charter}/log");

        var lines = log.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
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
