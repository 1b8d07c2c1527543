using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>Planning a charter and changing the plan.</summary>
public sealed class PlanningTests : PlanningTestBase
{
    [Fact]
    public async Task The_type_fills_roles_and_checklists_and_times()
    {
        var list = await Cast.Template("Before departure", "Bilge pump", "Navigation lights");
        var type = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour, new(1, 0, 1), list);

        var charter = await Cast.Plan(Aurora, new() { ["charter_type_id"] = type }).Json(201);

        Assert.Equal("Harbor tour", Text(charter["title"]));
        Assert.Equal("2026-07-04T23:30:00Z", Text(charter["departure_time"]));
        Assert.Equal("2026-07-05T02:00:00Z", Text(charter["return_time"]));
        Assert.Equal(["captain", "deckhand"], charter["roles"]!.AsArray().Select(place => Text(place!["role"])));
        Assert.Equal(2, charter["checklists"]![0]!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_sunset_sail_follows_the_date_to_the_nearest_five_minutes()
    {
        var type = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset);
        var charter = await Cast.Plan(Aurora, new() { ["charter_type_id"] = type }).Json(201);
        Assert.Equal(
            "2026-07-05T01:30:00Z", Text(charter["departure_time"])); // sunset is 20:00 by the clock in San Diego

        var moved = await Put(charter, new() { ["event_date"] = "2026-12-20" }).Json();

        Assert.Equal("2026-12-20T23:15:00Z", Text(moved["departure_time"])); // sunset is 16:46
        Assert.Equal("2026-12-21T01:15:00Z", Text(moved["return_time"]));
    }

    [Fact]
    public async Task A_time_given_keeps_its_place_on_the_clock_when_the_date_moves_across_a_change_of_clocks()
    {
        var charter =
            await Cast.Plan(Aurora,
                new() { ["departure_time"] = "17:30", ["return_time"] = "20:00", ["guests_arrive_at"] = "17:00" })
            .Json(201);

        var moved = await Put(charter, new() { ["event_date"] = "2026-12-20" }).Json();

        Assert.Equal("2026-12-21T01:30:00Z", Text(moved["departure_time"]));
        Assert.Equal("2026-12-21T04:00:00Z", Text(moved["return_time"]));
        Assert.Equal("2026-12-21T01:00:00Z", Text(moved["guests_arrive_at"]));
    }

    [Fact]
    public async Task A_time_given_keeps_its_place_on_the_clock_when_the_vessel_lies_in_another_zone()
    {
        var mistral = await Cast.Vessel("Mistral", timeZone: "America/New_York");
        var charter = await Cast.Plan(Aurora, "17:30", "20:00").Json(201);

        var moved = await Put(charter, new() { ["vessel_id"] = mistral }).Json();

        Assert.Equal("2026-07-04T21:30:00Z", Text(moved["departure_time"]));
        Assert.Equal("2026-07-05T00:00:00Z", Text(moved["return_time"]));
    }

    [Fact]
    public async Task Editing_a_type_changes_no_charter_already_made_of_it()
    {
        var type = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour);
        var charter = await Cast.Plan(Aurora, new() { ["charter_type_id"] = type }).Json(201);
        await Ship.Change(Cast.OperatorId, async (db, _) =>
        {
            var kept = await db.CharterTypes.FindAsync(Cast.OperatorId, type);
            kept!.Change(
                kept.Details with { Name = "Bay tour",
                    Schedule = PlanningSteps.AtHalfPastFour with { Time = new(9, 0) }, Roles = new(1, 0, 0) });
            return kept.Id;
        });

        var moved = await Put(charter, new() { ["event_date"] = "2026-07-05" }).Json();

        Assert.Equal("Harbor tour", Text(moved["title"]));
        Assert.Equal("2026-07-05T23:30:00Z", Text(moved["departure_time"]));
        Assert.Equal(4, moved["roles"]!.AsArray().Count);
    }

    [Fact]
    public async Task Another_type_brings_its_own_roles_and_times_and_checklists_and_takes_away_what_nobody_had_begun()
    {
        var (begun, idle, other) = (await Cast.Template("Before departure", "Bilge pump"),
            await Cast.Template("Party set-up", "Ice"), await Cast.Template("Put to bed", "Covers"));
        var party = await Cast.Type("Private party", PlanningSteps.AtHalfPastFour, null, begun, idle);
        var tour =
            await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour with { Time = new(9, 0) }, new(1, 0, 1), other);
        var charter = await Cast.Plan(Aurora, new() { ["charter_type_id"] = party }).Json(201);
        var list = charter["checklists"]![0]!;
        await Cast.Kim.Api
            .Put($"/api/events/{charter["id"]}/checklists/{list["id"]}",
                new { items = new[] { new { id = list["items"]![0]!["id"], state = "complete" } } })
            .Json();

        var changed = await Put(charter, new() { ["charter_type_id"] = tour, ["title"] = "Harbor tour" }).Json();

        Assert.Equal("2026-07-04T16:00:00Z", Text(changed["departure_time"]));
        Assert.Equal(["captain", "deckhand"], changed["roles"]!.AsArray().Select(place => Text(place!["role"])));
        Assert.Equal("Kim", Text(changed["roles"]![0]!["member"]!["name"]));
        Assert.Equal(
            ["Before departure", "Put to bed"], changed["checklists"]!.AsArray().Select(kept => Text(kept!["name"])));
    }

    [Fact]
    public async Task A_change_of_type_alone_is_an_edit_like_any_other()
    {
        var type = await Cast.Type("Memorial", PlanningSteps.AtHalfPastFour);
        var charter = await Cast.Plan(Aurora, "17:30", "20:00").Json(201);

        var changed = await Put(charter, new() { ["charter_type_id"] = type }).Json();

        Assert.Equal((int)charter["version"]! + 1, (int)changed["version"]!);
        Assert.True((long)changed["revision"]! > (long)charter["revision"]!);
    }

    [Fact]
    public async Task The_second_editor_is_told_the_version_there_is_now_and_nothing_is_kept_of_theirs()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Put(charter, new() { ["meeting_point"] = "Pier 5" }, "\"1\"").Json();

        var problem = await Put(charter, new() { ["meeting_point"] = "Pier 9", ["notes"] = "Cake aboard" }, "\"1\"")
            .Json(412);

        Assert.Equal("stale", Text(problem["code"]));
        Assert.Equal(2, (int)problem["version"]!);
        var now = await Cast.Dana.Api.Get($"/api/events/{charter["id"]}").Json();
        Assert.Equal("Pier 5", Text(now["meeting_point"]));
        Assert.Null(now["notes"]);
    }

    [Fact]
    public async Task Claims_and_ticks_never_make_an_open_edit_form_stale()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        await Put(charter, new() { ["meeting_point"] = "Pier 9" }, "\"1\"").Json();
    }

    [Fact]
    public async Task A_captain_who_lost_the_qualification_stands_in_no_other_edit_s_way()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Ship.Change(Cast.OperatorId, async (db, actor) =>
        {
            var kim = await db.Members.FindAsync(Cast.OperatorId, Cast.Kim.MemberId);
            kim!.Change(kim.Details with { Qualifications = [] }, actor);
            return kim.Id;
        });

        var edited = await Put(charter, new() { ["captain_id"] = Cast.Kim.MemberId, ["notes"] = "Cake aboard" }).Json();

        Assert.Equal("Cake aboard", Text(edited["notes"]));
    }

    [Fact]
    public async Task The_log_names_what_was_changed_as_the_contract_does_and_never_its_value()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Put(
            charter, new() { ["event_date"] = "2026-07-06", ["contact"] = new JsonObject { ["name"] = "Ben Cole" } })
            .Json();

        var facts = await Ship.Change(Cast.OperatorId, (db, _) =>
            Task.FromResult(
                db.Log.OrderByDescending(entry => entry.Seq).First(entry => entry.Kind == "charter.changed").Facts));

        Assert.Equal(["event_date", "departure_time", "return_time", "contact"],
            JsonNode.Parse(facts)!["fields"]!.AsArray().Select(Text));
        Assert.DoesNotContain("Ben Cole", facts, StringComparison.Ordinal);
    }
}
