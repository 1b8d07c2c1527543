using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class TimingApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private static readonly object Longyearbyen = new { name = "Longyearbyen", latitude = 78.22, longitude = 15.65 };

    [Fact]
    public async Task Charter_times_and_sun_times_of_its_date_are_in_UTC()
    {
        var timing = await Timing(await Sail("17:30", "20:30"));

        Assert.Equal(
            ["time_zone", "call_time", "boarding_time", "departure_time", "return_time", "actual_departure",
                "actual_return", "sunrise", "sunset", "civil_dusk", "warnings"],
            timing.AsObject().Select(field => field.Key));
        Assert.Equal(
            ("America/Los_Angeles", "2026-07-04T23:30:00Z", "2026-07-05T00:00:00Z", "2026-07-05T00:30:00Z",
                "2026-07-05T03:30:00Z"),
            (Text(timing["time_zone"]), Text(timing["call_time"]), Text(timing["boarding_time"]),
                Text(timing["departure_time"]), Text(timing["return_time"])));
        Assert.Equal((null, null), ((string?)timing["actual_departure"], (string?)timing["actual_return"]));
        Assert.StartsWith("2026-07-04T12:4", Text(timing["sunrise"]), StringComparison.Ordinal);
        Assert.StartsWith("2026-07-05T03:00", Text(timing["sunset"]),
            StringComparison.Ordinal); // 20:00 on the fourth, already the fifth in UTC
        Assert.StartsWith("2026-07-05T03:2", Text(timing["civil_dusk"]), StringComparison.Ordinal);
        Assert.Empty(timing["warnings"]!.AsArray());
    }

    [Fact]
    public async Task The_vessels_zone_and_port_take_precedence_over_the_operators()
    {
        var abroad = await fixture.Queen.Vessel("Nordlys", timeZone: "Arctic/Longyearbyen", homePort: Longyearbyen);

        var timing = await Timing(await fixture.Queen.Plan(abroad, "10:00", "12:00").Json(201));

        Assert.Equal(("Arctic/Longyearbyen", "2026-07-04T08:00:00Z"),
            (Text(timing["time_zone"]), Text(timing["departure_time"])));
        Assert.Equal((null, null), ((string?)timing["sunset"], (string?)timing["civil_dusk"]));
    }

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
        var dark =
            (Guid)(await fixture.Queen.Dana.Api
                .Post("/api/vessels", new { name = "Kittiwake", passenger_capacity = 6, navigation_lights = false })
                .Json(201))["id"]!;

        var charter = await fixture.Queen
            .Plan(
                dark, new() { ["event_date"] = "2026-07-06", ["departure_time"] = "18:00", ["return_time"] = "20:30" })
            .Json(201);
        Assert.Equal("Kittiwake has no navigation lights and is out after sunset at 20:00.",
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
        Assert.Equal(["Aurora needs 30 minutes after “Sunset sail”, which is back at 20:10."], await Messages());
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

    [Theory]
    [InlineData("2026-03-08", "departure_time", "02:30", "does not exist")]
    [InlineData("2026-11-01", "departure_time", "2026-11-01T01:30", "happens twice")]
    [InlineData("2026-11-01", "return_time", "01:30", "happens twice")]
    [InlineData("2100-01-01", "event_date", null, "")]
    [InlineData("1999-12-31", "event_date", null, "")]
    public async Task An_invalid_time_or_date_is_refused(
        string date, string field, string? time, string message)
    {
        var plan = new JsonObject { ["event_date"] = date };
        if (time is not null) plan[field] = time;

        var problem = await fixture.Queen.Plan(fixture.Aurora, plan).Json(422);

        Assert.Contains(message, Text(problem["errors"]![field]![0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_departure_after_the_return_is_refused() =>
        Assert.Equal("The return must be after departure.",
            Text((await fixture.Queen.Plan(fixture.Aurora, "20:00", "17:30").Json(422))["errors"]!["return_time"]![0]));

    [Theory]
    [InlineData("time_zone", "Pacific/Atlantis", 10)]
    [InlineData("home_port.latitude", "UTC", 91)]
    public async Task A_vessel_with_an_invalid_zone_or_latitude_is_refused(string field, string zone, double latitude)
    {
        var problem = await fixture.Queen.Dana.Api
            .Post("/api/vessels",
                new { name = "Dutchman", passenger_capacity = 6, time_zone = zone,
                    home_port = new { name = "Nowhere", latitude, longitude = 10 } })
            .Json(422);

        Assert.Equal([field], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task Times_of_a_draft_are_only_for_the_office()
    {
        var draft = await fixture.Charter(new() { ["publish"] = false });

        await fixture.Queen.Kim.Api.Get($"/api/events/{draft["id"]}/timing").Json(404);
        await fixture.Robin.Api.Get($"/api/events/{draft["id"]}/timing").Json(404);
        await Timing(draft);
    }

    private async Task<JsonNode> Sail(string departure, string back) =>
        await fixture.Queen.Plan(await fixture.Queen.Vessel("Mistral"), departure, back).Json(201);

    private Task<JsonNode> Timing(JsonNode charter) =>
        fixture.Queen.Dana.Api.Get($"/api/events/{charter["id"]}/timing").Json();

    private static IEnumerable<string> Codes(JsonNode warnings) =>
        warnings.AsArray().Select(warning => Text(warning!["code"]));

    private static string Text(JsonNode? node) => (string?)node ?? "";
}
