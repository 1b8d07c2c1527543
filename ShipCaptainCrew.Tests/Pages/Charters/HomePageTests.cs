using System.Text.Json.Nodes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class HomePageTests : PlanningTestBase
{
    private string Home => $"/{Cast.Slug}";

    [Fact]
    public async Task The_crew_begin_at_their_own_charters_and_the_office_at_the_week()
    {
        Assert.Equal("My charters", await Heading(Cast.Sam, Home));
        Assert.Equal("The week", await Heading(Cast.Dana, Home));
        Assert.Equal("The week", await Heading(Cast.Sam, $"{Home}/week"));
        Assert.Equal("My charters", await Heading(Cast.Olive, $"{Home}/mine"));
        Assert.Equal("Charters",
            (await Cast.Olive.Browser.Page($"{Home}/mine")).QuerySelector("nav [aria-current]")!.TextContent);
        Assert.Equal(404, (int)(await Cast.Sam.Browser.GetAsync($"{Home}/month")).StatusCode);
    }

    [Fact]
    public async Task A_deckhand_sees_the_place_they_have_and_the_one_they_may_claim_and_no_other()
    {
        var tour = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour, new(1, 1, 0));
        var mine =
            await Cast.Plan(Aurora,
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
            ["Whale watch, Aurora", "Reef day, Aurora"], cards.Select(card => card.QuerySelector("h2")!.TextContent));
        Assert.Contains("You: deckhand", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Pier 3 · 8 guests", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Sat 4 Jul · 09:00", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Open: deckhand", cards[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"{Home}/charters/{open["id"]}/claim/deckhand", cards[1].QuerySelector("a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_captain_sees_how_far_the_list_before_departure_is_and_confirms_the_place_given()
    {
        var type =
            await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour, null,
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
    public async Task What_is_further_than_a_week_away_stands_under_later_and_what_is_over_among_the_past()
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

    [Fact]
    public async Task Somebody_with_nothing_before_them_is_told_so()
    {
        Assert.Equal("No charters yet. Your captain will invite you.",
            (await Cast.Sam.Browser.Page(Home)).QuerySelector(".empty")!.TextContent);
        Assert.Equal("You are on no charter. The week shows everybody's.",
            (await Cast.Olive.Browser.Page($"{Home}/mine")).QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task The_week_runs_from_monday_to_sunday_and_one_vessel_may_be_looked_at_alone()
    {
        var mistral = await Cast.Vessel("Mistral");
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-06-29", ["title"] = "Monday sail" }).Json(201);
        await Cast.Plan(mistral, new() { ["event_date"] = "2026-07-05", ["title"] = "Sunday sail" }).Json(201);
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-07-06", ["title"] = "Next Monday's" }).Json(201);

        Assert.Equal(["Monday sail, Aurora", "Sunday sail, Mistral"], await Rows(Home));
        Assert.Equal(["Sunday sail, Mistral"], await Rows($"{Home}/week?vessel={mistral}"));
        Assert.Equal(["Next Monday's, Aurora"], await Rows($"{Home}/week?week=2026-07-09"));
        Assert.Equal(["Monday sail, Aurora", "Sunday sail, Mistral"], await Rows($"{Home}/week?week=soon&vessel=all"));
    }

    [Fact]
    public async Task The_office_is_told_what_wants_doing()
    {
        await Cast.Plan(Aurora,
            new() { ["title"] = "Reef day",
                ["crew"] = new JsonArray(new JsonObject { ["role"] = "deckhand", ["member_id"] = Cast.Sam.MemberId }) })
            .Json(201);
        await Cast.Plan(
            Aurora, new() { ["event_date"] = "2026-07-12", ["title"] = "Surprise party", ["publish"] = false })
            .Json(201);

        var needs = (await Cast.Dana.Browser.Page(Home)).QuerySelectorAll("aside .task")
            .Select(need => need.TextContent).ToList();

        Assert.Equal(2, needs.Count);
        Assert.All(["first mate open", "deckhand open", "Kim has not confirmed", "Sam has not confirmed"],
            want => Assert.Contains(want, needs[0], StringComparison.Ordinal));
        Assert.Contains("not published", needs[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_was_not_delivered_is_the_office_s_to_see_to()
    {
        await Ship.Change(Cast.OperatorId, (db, actor) =>
        {
            var email = new OutboxEmail("test", "test", actor.At) { OperatorId = Cast.OperatorId };
            email.GiveUp("550 5.1.1 User unknown", actor.At);
            db.Add(email);
            return Task.FromResult(email.Id);
        });

        var need = (await Cast.Dana.Browser.Page(Home)).QuerySelector("aside .task a")!;

        Assert.Equal(
            ("One letter was not delivered", $"{Home}/letters"), (need.TextContent, need.GetAttribute("href")));
    }

    [Fact]
    public async Task The_crew_s_week_shows_no_draft_and_nothing_to_plan_with()
    {
        await Cast.Plan(Aurora, new() { ["title"] = "Surprise party", ["publish"] = false }).Json(201);

        var page = await Cast.Kim.Browser.Page($"{Home}/week");

        Assert.DoesNotContain("Surprise party", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("aside"));
        Assert.Null(page.QuerySelector($"a[href='{Home}/charters/new']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/week")]
    public async Task A_page_that_asks_again_gets_the_list_alone_and_nothing_where_nothing_happened(string which)
    {
        var first = await Refresh(null);
        var text = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("<div id=\"charters\"", text.Trim(), StringComparison.Ordinal);
        Assert.Equal(304, (int)(await Refresh(first.Headers.ETag!.ToString())).StatusCode);

        await Cast.Plan(Aurora).Json(201);

        Assert.Equal(200, (int)(await Refresh(first.Headers.ETag!.ToString())).StatusCode);

        Task<HttpResponseMessage> Refresh(string? tag)
        {
            var request =
                new HttpRequestMessage(HttpMethod.Get, Home + which) { Headers = { { "HX-Request", "true" } } };
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return Cast.Dana.Browser.SendAsync(request);
        }
    }

    [Fact]
    public async Task More_charters_take_no_more_queries()
    {
        var type =
            await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour, null,
                await Cast.Template("Before departure", "Bilge pump", "Navigation lights"));
        await Cast.Plan(Aurora, new() { ["charter_type_id"] = type }).Json(201);
        var (week, mine) = (await Count(Cast.Dana), await Count(Cast.Kim));
        for (var day = 1; day <= 5; day++)
            await Cast.Plan(Aurora,
                new() { ["charter_type_id"] = type, ["event_date"] = $"2026-07-0{day}", ["departure_time"] = "08:00",
                    ["return_time"] = "09:00" })
                .Json(201);

        Assert.Equal((week, mine), (await Count(Cast.Dana), await Count(Cast.Kim)));
        Assert.InRange(week, 1, 14);
        Assert.InRange(mine, 1, 8);

        Task<int> Count(TestUser hand) => Ship.Queries.During(() => hand.Browser.Page(Home));
    }

    private static async Task<string> Heading(TestUser hand, string address) =>
        (await hand.Browser.Page(address)).QuerySelector("h1")!.TextContent;

    private async Task<IEnumerable<string>> Rows(string address) =>
        (await Cast.Dana.Browser.Page(address)).QuerySelectorAll("tbody tr td:nth-child(2)")
            .Select(cell => cell.TextContent.Trim());
}
