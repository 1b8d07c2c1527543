using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class TimingApiTests
{
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

    [Theory]
    [InlineData("17:30",
        "The return is before departure. If it is on the next day, say so, or choose the day of return.")]
    [InlineData("20:00", "The return must be after departure.")]
    public async Task A_departure_after_the_return_is_refused(string returns, string message) =>
        Assert.Equal(message,
            Text((await fixture.Queen.Plan(fixture.Aurora, "20:00", returns).Json(422))["errors"]!["return_time"]![0]));

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
}
