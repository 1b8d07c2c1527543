using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions.Charters;

/// <summary>Reading a charter's fields, and the errors of invalid ones.</summary>
public sealed partial class PlanReaderTests : PlanningTestBase
{
    [Theory]
    [InlineData("2026-03-08", "02:30", "does not exist")]
    [InlineData("2026-11-01", "01:30", "happens twice")]
    public async Task A_local_time_skipped_or_repeated_by_a_clock_change_is_refused(
        string date, string time, string message)
    {
        var problem = await Cast.Plan(Aurora, new() { ["event_date"] = date, ["departure_time"] = time }).Json(422);

        Assert.Contains(message, Text(problem["errors"]!["departure_time"]![0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offset_distinguishes_a_repeated_local_time()
    {
        var charter = await Cast.Plan(
            Aurora, new() { ["event_date"] = "2026-11-01", ["departure_time"] = "2026-11-01T01:30-08:00" })
            .Json(201);

        Assert.Equal("2026-11-01T09:30:00Z", Text(charter["departure_time"]));
        var edited = await Put(charter, new() { ["notes"] = "Bring a torch" }).Json();
        Assert.Equal("2026-11-01T09:30:00Z", Text(edited["departure_time"]));
    }

    [Fact]
    public async Task A_departure_on_another_day_than_the_charter_is_refused()
    {
        var problem = await Cast.Plan(Aurora, new() { ["departure_time"] = "2026-07-05T10:00" }).Json(422);

        Assert.Equal(
            "Departure is not on the charter's date.", Text(problem["errors"]!["departure_time"]![0]));
    }

    [Theory]
    [InlineData("13:00", "13:00", "The return must be after departure.")]
    [InlineData("13:00", "2026-07-03T15:00", "The return must be after departure.")]
    [InlineData("13:00", "2026-07-20T15:00", "A charter can last 14 days at most.")]
    public async Task A_return_before_departure_or_too_late_is_refused(string departure, string back, string message)
    {
        var problem = await Cast.Plan(Aurora, departure, back).Json(422);

        Assert.Equal(message, Text(problem["errors"]!["return_time"]![0]));
    }

    [Fact]
    public async Task A_return_after_midnight_is_allowed()
    {
        var charter = await Cast.Plan(Aurora,
            new() { ["departure_time"] = "21:00", ["return_date"] = "2026-07-05", ["return_time"] = "00:30" })
            .Json(201);

        Assert.Equal("2026-07-05T07:30:00Z", Text(charter["return_time"]));
    }

    [Fact]
    public async Task A_sunset_sail_needs_a_departure_time_where_the_sun_does_not_set()
    {
        var hurtig = await Cast.Vessel("Hurtig", timeZone: "Europe/Oslo",
            homePort: new { name = "Tromsø", latitude = 69.65, longitude = 18.96 });
        var type = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset);

        var problem = await Cast.Plan(hurtig, new() { ["event_date"] = "2026-06-21", ["charter_type_id"] = type })
            .Json(422);

        Assert.Equal("The sun does not set there that day. Enter a departure time.",
            Text(problem["errors"]!["departure_time"]![0]));
        await Cast.Plan(
            hurtig, new() { ["event_date"] = "2026-06-21", ["charter_type_id"] = type, ["departure_time"] = "22:00" })
            .Json(201);
    }
}
