using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class TimingApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
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

    private async Task<JsonNode> Sail(string departure, string back) =>
        await fixture.Queen.Plan(await fixture.Queen.Vessel("Mistral"), departure, back).Json(201);

    private Task<JsonNode> Timing(JsonNode charter) =>
        fixture.Queen.Dana.Api.Get($"/api/events/{charter["id"]}/timing").Json();

    private static string Text(JsonNode? node) => (string?)node ?? "";
}
