using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class TimingApiTests
{
    [Fact]
    public async Task A_sunset_sail_on_a_polar_day_needs_a_time_and_warns_about_the_given_one()
    {
        var abroad = await fixture.Queen.Vessel("Polaris", timeZone: "Arctic/Longyearbyen", homePort: Longyearbyen);
        var type = await fixture.Queen.Type("Midnight sail", PlanningSteps.BeforeSunset);

        var problem = await fixture.Queen.Plan(abroad, new() { ["charter_type_id"] = type }).Json(422);
        Assert.Equal("The sun does not set there that day. Enter a departure time.",
            Text(problem["errors"]!["departure_time"]![0]));

        var charter = await fixture.Queen
            .Plan(abroad, new() { ["charter_type_id"] = type, ["departure_time"] = "22:00", ["return_time"] = "23:30" })
            .Json(201);
        Assert.Equal(["sunset_missed"], Codes(charter["warnings"]!));
        Assert.Equal(["sunset_missed"], Codes((await Timing(charter))["warnings"]!));
    }

    [Fact]
    public async Task Timing_warnings_are_shown_when_planning_and_afterwards_in_local_time()
    {
        var dark = (Guid)(await fixture.Queen.Dana.Api
            .Post("/api/vessels", new { name = "Kittiwake", passenger_capacity = 6, navigation_lights = false })
            .Json(201))["id"]!;

        var charter = await fixture.Queen
            .Plan(
                dark, new() { ["event_date"] = "2026-07-06", ["departure_time"] = "18:00", ["return_time"] = "20:30" })
            .Json(201);
        Assert.Equal("Kittiwake has no navigation lights and is out after sunset at 8:00 PM.",
            Text(Assert.Single(charter["warnings"]!.AsArray())!["message"]));
        Assert.Equal(["no_lights"], Codes((await Timing(charter))["warnings"]!));
        Assert.Equal(["no_lights"], Codes(charter["timing"]!["warnings"]!));

        var earlier = await fixture.Queen.Dana.Api.Put($"/api/events/{charter["id"]}", new { return_time = "19:30" })
            .Json();
        Assert.Empty(earlier["warnings"]!.AsArray());
        Assert.Empty((await Timing(charter))["warnings"]!.AsArray());
    }

    [Fact]
    public async Task The_next_charter_warns_that_its_vessel_is_late_and_then_overdue()
    {
        await using var day = await CharterFixture.Begin();
        var next = await day.Cast.Plan(day.VesselId, "20:30", "22:00", "Moonlight sail").Json(201);
        await day.Ship.Change(day.Cast.OperatorId, async (db, actor) =>
        {
            var charter = (await db.Charters.FindAsync(day.Cast.OperatorId, day.CharterId))!;
            var away =
                new ShipCaptainCrew.Domain.Actor(actor.MemberId ?? day.Cast.Kim.MemberId, charter.Departure!.Value);
            charter.Board(away);
            return charter.Depart(charter.Departure, [], null, away);
        });
        var charter = $"charters/{next["id"]}";

        Set("20:00");
        Assert.Empty(await Messages());
        Set("20:10");
        Assert.Equal(["Aurora needs 30 minutes after “Sunset sail”, which is back at 8:10 PM."], await Messages());
        Set("20:30");
        Assert.Equal(["“Sunset sail” is overdue: Aurora may not be back in time."], await Messages());
        Assert.Contains("is overdue",
            (await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}/{charter}/edit")).QuerySelector(
                "#follows")!.TextContent,
            StringComparison.Ordinal);

        async Task<IEnumerable<string>> Messages() =>
            (await day.Cast.Dana.Browser.Get($"/api/events/{next["id"]}/timing").Json())["warnings"]!.AsArray()
                .Select(warning => Text(warning!["message"]));

        void Set(string time) =>
            day.Ship.Clock.SetUtcNow(ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter.At(time));
    }

    private static IEnumerable<string> Codes(JsonNode warnings) =>
        warnings.AsArray().Select(warning => Text(warning!["code"]));
}
