using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class HomePageTests : PlanningTestBase
{
    private string Home => $"/{Cast.Slug}";

    [Fact]
    public async Task Crew_start_at_their_own_charters_and_the_office_at_the_week()
    {
        Assert.Equal("My charters", await Heading(Cast.Sam, Home));
        Assert.Equal("Wed, Jul 1", await Heading(Cast.Dana, Home));
        Assert.Equal("Wed, Jul 1", await Heading(Cast.Sam, $"{Home}/week"));
        Assert.Equal("My charters", await Heading(Cast.Olive, $"{Home}/mine"));
        Assert.Equal("Charters",
            (await Cast.Olive.Browser.Page($"{Home}/mine")).QuerySelector("nav [aria-current]")!.TextContent);
        Assert.Equal(404, (int)(await Cast.Sam.Browser.GetAsync($"{Home}/year")).StatusCode);
    }

    [Fact]
    public async Task A_deckhand_sees_assigned_and_claimable_charters_only()
    {
        var tour = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour, new(1, 1, 0));
        var mine = await Cast.Plan(Aurora,
            new() { ["title"] = "Whale watch", ["departure_time"] = "09:00", ["return_time"] = "11:00",
                ["meeting_point"] = "Pier 3", ["guests_expected"] = 8 })
            .Json(201);
        await Cast.Sam.Api.Post($"/api/events/{mine["id"]}/roles/deckhand/claim").Json();
        var open = await Cast.Plan(Aurora, "12:00", "14:00", "Reef day").Json(201);
        await Cast.Plan(Aurora, new() { ["charter_type_id"] = tour }).Json(201);
        await Cast.Plan(
            Aurora, new() { ["event_date"] = "2026-07-05", ["title"] = "Surprise party", ["publish"] = false })
            .Json(201);

        var page = await Cast.Sam.Browser.Page(Home);

        var cards = page.QuerySelectorAll(".card");
        Assert.Equal(
            ["Reef day, Aurora", "Whale watch, Aurora"], cards.Select(card => card.QuerySelector("h2")!.TextContent));
        Assert.Contains("You: deckhand", cards[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Pier 3 · 8 guests", cards[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Sat, Jul 4 · 9:00 AM", cards[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Open: deckhand", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"{Home}/charters/{open["id"]}/claim/deckhand", cards[0].QuerySelector("a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_captain_sees_checklist_progress_and_a_link_to_confirm_the_position()
    {
        var type = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour, null,
            await Cast.Template("Before departure", "Bilge pump", "Navigation lights"));
        var charter = await Cast.Plan(Aurora, new() { ["charter_type_id"] = type }).Json(201);
        var list = charter["checklists"]![0]!;
        await Cast.Kim.Api
            .Put($"/api/events/{charter["id"]}/checklists/{list["id"]}",
                new { items = new[] { new { id = list["items"]![0]!["id"], state = "complete" } } })
            .Json();

        var card = (await Cast.Kim.Browser.Page(Home)).QuerySelector(".card")!;

        Assert.Contains("1 of 2 done", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["complete", "pending"], card.QuerySelectorAll(".bar i").Select(part => part.GetAttribute("data-s")));
        Assert.EndsWith("/claim/captain", card.QuerySelector("a.btn")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charters_after_a_week_are_listed_under_later_and_past_ones_on_their_own_page()
    {
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-06-30", ["title"] = "Last week's party" }).Json(201);
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-07-02", ["title"] = "Whale watch" }).Json(201);
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-07-21", ["title"] = "Full moon sail" }).Json(201);

        var page = await Cast.Kim.Browser.Page(Home);
        Assert.Contains(
            "Tomorrow", Assert.Single(page.QuerySelectorAll(".card")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Full moon sail", Assert.Single(page.QuerySelectorAll(".rows .task")).TextContent,
            StringComparison.Ordinal);

        Assert.Contains("Last week's party",
            (await Cast.Kim.Browser.Page($"{Home}/charters/past")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("None yet.",
            (await Cast.Sam.Browser.Page($"{Home}/charters/past")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
    }

    private static async Task<string> Heading(TestUser user, string address) =>
        (await user.Browser.Page(address)).QuerySelector("h1")!.TextContent;
}
