using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

public sealed partial class PlanningTests
{
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
