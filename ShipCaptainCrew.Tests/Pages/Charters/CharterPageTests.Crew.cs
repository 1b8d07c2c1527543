using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class CharterPageTests
{
    [Fact]
    public async Task A_deckhand_claims_and_releases_a_position_on_confirmation_pages()
    {
        await using var day = await CharterFixture.Begin();
        var alex = day.Cast.Alex.Browser;
        Assert.NotNull((await alex.Page(day.Charter)).QuerySelector($"a[href='{day.Charter}/claim/deckhand']"));

        Assert.Equal(303, (int)(await alex.PostForm($"{day.Charter}/claim/deckhand")).StatusCode);
        Assert.Contains("Alex, you", (await alex.Page(day.Charter)).Body!.TextContent, StringComparison.Ordinal);

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
    public async Task Assigning_without_a_member_is_refused()
    {
        await using var day = await CharterFixture.Begin();

        var refused =
            await day.Cast.Dana.Browser.PostForm($"{day.Charter}/crew", ("role", "first_mate"), ("member_id", ""));

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains(
            "Choose a person.", (await refused.Html()).GetElementById("errs")!.TextContent, StringComparison.Ordinal);
    }
}
