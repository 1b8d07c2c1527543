using System.Text.Json.Nodes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class HomePageTests
{
    [Fact]
    public async Task The_week_runs_from_Monday_to_Sunday_and_can_be_filtered_by_vessel()
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
    public async Task The_office_sees_charters_that_need_attention()
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
            reason => Assert.Contains(reason, needs[0], StringComparison.Ordinal));
        Assert.Contains("not published", needs[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_sees_undelivered_emails()
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
            ("One email was not delivered", $"{Home}/letters"), (need.TextContent, need.GetAttribute("href")));
    }

    [Fact]
    public async Task The_week_of_the_crew_shows_no_drafts_and_no_planning_links()
    {
        await Cast.Plan(Aurora, new() { ["title"] = "Surprise party", ["publish"] = false }).Json(201);

        var page = await Cast.Kim.Browser.Page($"{Home}/week");

        Assert.DoesNotContain("Surprise party", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("aside"));
        Assert.Null(page.QuerySelector($"a[href='{Home}/charters/new']"));
    }

    private async Task<IEnumerable<string>> Rows(string address) =>
        (await Cast.Dana.Browser.Page(address)).QuerySelectorAll("tbody tr td:nth-child(2)")
            .Select(cell => cell.TextContent.Trim());
}
