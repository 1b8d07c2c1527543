using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class CharterPageTests
{
    [Fact]
    public async Task The_charter_page_says_when_who_and_what_is_to_be_done()
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
    public async Task A_deckhand_claims_on_a_page_of_its_own_and_releases_again()
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
    public async Task Two_deckhands_claim_the_last_place_and_one_is_told_who_has_it()
    {
        await using var day = await CharterFixture.Begin();
        var (max, alex) = (day.Cast.Max.Browser, day.Cast.Alex.Browser);
        Assert.Equal(303, (int)(await max.PostForm($"{day.Charter}/claim/deckhand")).StatusCode);

        var late = await alex.PostForm($"{day.Charter}/claim/deckhand");

        Assert.Equal(409, (int)late.StatusCode);
        var page = await late.Html();
        Assert.Contains("Max", page.GetElementById("errs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("None that you are qualified for.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_the_office_gave_is_the_persons_to_confirm()
    {
        await using var day = await CharterFixture.Begin();
        Assert.Equal(303,
            (int)(await day.Cast.Dana.Browser.PostForm(
                $"{day.Charter}/crew", ("role", "first_mate"), ("member_id", $"{day.Cast.Max.MemberId}"))).StatusCode);
        var max = day.Cast.Max.Browser;
        Assert.Contains("not confirmed", (await max.Page(day.Charter)).Body!.TextContent, StringComparison.Ordinal);

        await max.PostForm($"{day.Charter}/claim/first_mate");

        var mine = (await max.Page(day.Charter)).QuerySelectorAll("section[aria-labelledby=crew] .rows li")
            .First(row => row.TextContent.Contains("Max", StringComparison.Ordinal));
        Assert.DoesNotContain("not confirmed", mine.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_she_is_under_way_nobody_is_asked_to_confirm()
    {
        await using var day = await CharterFixture.Begin();
        Assert.Contains("not confirmed", await Crew(), StringComparison.Ordinal);

        await day.Sail();

        Assert.DoesNotContain("not confirmed", await Crew(), StringComparison.Ordinal);

        async Task<string> Crew() =>
            (await day.Cast.Kim.Browser.Page(day.Charter)).QuerySelector("section[aria-labelledby=crew]")!.TextContent;
    }

    [Fact]
    public async Task The_number_of_guests_follows_the_list_once_there_is_one()
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
    public async Task Assigning_nobody_is_asked_about_beside_the_field()
    {
        await using var day = await CharterFixture.Begin();

        var refused =
            await day.Cast.Dana.Browser.PostForm($"{day.Charter}/crew", ("role", "first_mate"), ("member_id", ""));

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains(
            "Choose a person.", (await refused.Html()).GetElementById("errs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_in_words_who_did_what()
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
    public async Task Whoever_booked_is_shown_only_to_those_who_sail_with_them_and_the_office()
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
