using System.Text.Json.Nodes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class HomePageTests
{
    [Fact]
    public async Task The_week_begins_with_today_and_other_weeks_have_seven_days()
    {
        var mistral = await Cast.Vessel("Mistral");
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-06-29", ["title"] = "Monday sail" }).Json(201);
        await Cast.Plan(mistral, new() { ["event_date"] = "2026-07-01", ["title"] = "Today's sail" }).Json(201);
        await Cast.Plan(mistral, new() { ["event_date"] = "2026-07-05", ["title"] = "Sunday sail" }).Json(201);
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-07-06", ["title"] = "Next Monday's" }).Json(201);

        Assert.Equal(["Today's sail, Mistral", "Sunday sail, Mistral"], await Rows(Home));
        Assert.Equal(["Today's sail, Mistral", "Sunday sail, Mistral"], await Rows($"{Home}/week?week=soon"));
        Assert.Equal(["Monday sail, Aurora", "Today's sail, Mistral", "Sunday sail, Mistral"],
            await Rows($"{Home}/week?week=2026-07-02"));
        Assert.Equal(["Next Monday's, Aurora"], await Rows($"{Home}/week?week=2026-07-09"));
        Assert.Null((await Cast.Dana.Browser.Page($"{Home}/week?week=2026-07-09")).GetElementById("needs"));
    }

    [Fact]
    public async Task The_office_sees_what_needs_it()
    {
        await Cast.Plan(Aurora,
            new() { ["title"] = "Reef day",
                ["crew"] = new JsonArray(new JsonObject { ["role"] = "deckhand", ["member_id"] = Cast.Sam.MemberId }) })
            .Json(201);
        await Cast.Plan(
            Aurora, new() { ["event_date"] = "2026-07-12", ["title"] = "Surprise party", ["publish"] = false })
            .Json(201);

        Assert.Equal(["Find 2 crew", "Two crew have not confirmed", "Publish the draft"],
            (await Cast.Dana.Browser.Page(Home)).QuerySelectorAll(".task a").Select(need => need.TextContent));
    }

    [Fact]
    public async Task One_person_on_two_boats_is_named_first_and_in_the_week()
    {
        await Cast.Plan(Aurora, "09:00", "11:00", "Reef day").Json(201);
        await Cast.Plan(await Cast.Vessel("Mistral"), "10:00", "12:00", "Harbor tour").Json(201);

        var page = await Cast.Dana.Browser.Page(Home);

        Assert.Equal("Two boats, one captain", page.QuerySelector(".task a")!.TextContent);
        Assert.Equal("Kim, Sat, Jul 4: 9:00 AM and 10:00 AM", page.QuerySelector(".task p")!.Words());
        Assert.Equal(["Kim on 2 boats", "Kim on 2 boats"],
            page.QuerySelectorAll(".line .late").Select(text => text.TextContent));
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

        var need = (await Cast.Dana.Browser.Page(Home)).QuerySelector(".task a")!;

        Assert.Equal(
            ("One email was not delivered", $"{Home}/letters"), (need.TextContent, need.GetAttribute("href")));
    }

    [Fact]
    public async Task The_week_of_the_crew_shows_no_drafts_and_no_planning_links()
    {
        await Cast.Plan(Aurora, new() { ["title"] = "Surprise party", ["publish"] = false }).Json(201);

        var page = await Cast.Kim.Browser.Page($"{Home}/week");

        Assert.DoesNotContain("Surprise party", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.GetElementById("needs"));
        Assert.Null(page.QuerySelector($"a[href='{Home}/charters/new']"));
    }

    private async Task<IEnumerable<string>> Rows(string address) =>
        (await Cast.Dana.Browser.Page(address)).QuerySelectorAll(".boats h3 a, .line a")
            .Select(link => link.TextContent.Trim());
}
