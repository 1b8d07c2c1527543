using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>Planning a charter and changing the plan.</summary>
public sealed partial class PlanningTests : PlanningTestBase
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
        Assert.Equal(["captain", "deckhand"], charter["roles"]!.AsArray().Select(position => Text(position!["role"])));
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
    public async Task An_entered_time_keeps_its_local_time_when_the_date_moves_across_a_clock_change()
    {
        var charter = await Cast.Plan(Aurora,
            new() { ["departure_time"] = "17:30", ["return_time"] = "20:00", ["guests_arrive_at"] = "17:00" })
            .Json(201);

        var moved = await Put(charter, new() { ["event_date"] = "2026-12-20" }).Json();

        Assert.Equal("2026-12-21T01:30:00Z", Text(moved["departure_time"]));
        Assert.Equal("2026-12-21T04:00:00Z", Text(moved["return_time"]));
        Assert.Equal("2026-12-21T01:00:00Z", Text(moved["guests_arrive_at"]));
    }

    [Fact]
    public async Task An_entered_time_keeps_its_local_time_when_the_new_vessel_is_in_another_zone()
    {
        var mistral = await Cast.Vessel("Mistral", timeZone: "America/New_York");
        var charter = await Cast.Plan(Aurora, "17:30", "20:00").Json(201);

        var moved = await Put(charter, new() { ["vessel_id"] = mistral }).Json();

        Assert.Equal("2026-07-04T21:30:00Z", Text(moved["departure_time"]));
        Assert.Equal("2026-07-05T00:00:00Z", Text(moved["return_time"]));
    }

    [Fact]
    public async Task Editing_a_type_does_not_change_existing_charters()
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
    public async Task A_new_type_sets_roles_times_and_checklists_and_removes_checklists_nobody_started()
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
        Assert.Equal(["captain", "deckhand"], changed["roles"]!.AsArray().Select(position => Text(position!["role"])));
        Assert.Equal("Kim", Text(changed["roles"]![0]!["member"]!["name"]));
        Assert.Equal(
            ["Before departure", "Put to bed"], changed["checklists"]!.AsArray().Select(kept => Text(kept!["name"])));
    }
}
