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
}
