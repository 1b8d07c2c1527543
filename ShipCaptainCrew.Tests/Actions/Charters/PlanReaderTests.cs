using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions.Charters;

/// <summary>Reading a charter's fields, and the errors of invalid ones.</summary>
public sealed class PlanReaderTests : PlanningTestBase
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
        var charter =
            await Cast.Plan(
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
            "Departure is on another day than the charter's date.", Text(problem["errors"]!["departure_time"]![0]));
    }

    [Theory]
    [InlineData("13:00", "13:00", "The return must be after departure.")]
    [InlineData("13:00", "2026-07-03T15:00", "The return must be after departure.")]
    [InlineData("13:00", "2026-07-20T15:00", "A charter lasts 14 days at most.")]
    public async Task A_return_before_departure_or_too_late_is_refused(string departure, string back, string message)
    {
        var problem = await Cast.Plan(Aurora, departure, back).Json(422);

        Assert.Equal(message, Text(problem["errors"]!["return_time"]![0]));
    }

    [Fact]
    public async Task A_return_after_midnight_is_allowed()
    {
        var charter =
            await Cast.Plan(Aurora,
                new() { ["departure_time"] = "21:00", ["return_date"] = "2026-07-05", ["return_time"] = "00:30" })
            .Json(201);

        Assert.Equal("2026-07-05T07:30:00Z", Text(charter["return_time"]));
    }

    [Fact]
    public async Task Null_clears_a_field_and_a_missing_field_keeps_its_value()
    {
        var charter = await Cast.Plan(Aurora, new()
        {
            ["departure_time"] = "13:00", ["return_time"] = "15:00", ["meeting_point"] = "Pier 5",
            ["notes"] = "Cake aboard", ["guests_expected"] = 8,
            ["contact"] = new JsonObject { ["name"] = "Ben Cole", ["phone"] = "+1 619 555 0142" },
        }).Json(201);

        var cleared =
            await Put(charter,
                new() { ["meeting_point"] = null, ["guests_expected"] = null,
                    ["contact"] = new JsonObject { ["phone"] = null }, ["return_time"] = null })
            .Json();

        Assert.Null(cleared["meeting_point"]);
        Assert.Null(cleared["guests_expected"]);
        Assert.Null(cleared["return_time"]);
        Assert.Null(cleared["contact"]!["phone"]);
        Assert.Equal("Ben Cole", Text(cleared["contact"]!["name"]));
        Assert.Equal("Cake aboard", Text(cleared["notes"]));
    }

    [Fact]
    public async Task Null_resets_a_time_to_that_of_the_type()
    {
        var type = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour);
        var charter = await Cast.Plan(Aurora, new() { ["charter_type_id"] = type, ["departure_time"] = "10:00" })
            .Json(201);

        var cleared = await Put(charter, new() { ["departure_time"] = null }).Json();

        Assert.Equal("2026-07-04T23:30:00Z", Text(cleared["departure_time"]));
    }

    [Fact]
    public async Task A_sunset_sail_needs_a_departure_time_where_the_sun_does_not_set()
    {
        var hurtig =
            await Cast.Vessel("Hurtig", timeZone: "Europe/Oslo",
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

    [Fact]
    public async Task Only_vessel_date_and_captain_are_required()
    {
        var polar = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset);

        var problem = await Cast.Dana.Api.Post("/api/events", new { charter_type_id = polar }).Json(422);

        Assert.Equal(
            ["vessel_id", "event_date", "captain_id"], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Theory]
    [InlineData("event_date", "1900-01-01")]
    [InlineData("event_date", "2200-01-01")]
    [InlineData("event_date", "July 4th")]
    [InlineData("departure_time", "half past four")]
    [InlineData("guests_expected", "-1")]
    [InlineData("guests_expected", "many")]
    [InlineData("vessel_id", "0197a000-0000-7000-8000-000000000000")]
    [InlineData("vessel_id", "Aurora")]
    [InlineData("captain_id", "0197a000-0000-7000-8000-000000000000")]
    [InlineData("charter_type_id", "0197a000-0000-7000-8000-000000000000")]
    [InlineData("title", "two\nlines")]
    public async Task An_invalid_value_is_refused_with_an_error_of_its_field(string field, string value)
    {
        var problem = await Cast.Plan(Aurora, new() { [field] = value }).Json(422);

        Assert.Equal([field], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task Text_in_any_script_is_stored_unchanged()
    {
        const string words = "<script>alert('x')</script> 🐳 مرحبا بالعالم";

        var charter = await Cast.Plan(Aurora, new() { ["title"] = words, ["notes"] = words }).Json(201);

        Assert.Equal(words, Text(charter["title"]));
        Assert.Equal(words, Text(charter["notes"]));
    }

    [Fact]
    public async Task Crew_without_the_qualification_are_refused_with_an_error_of_their_line()
    {
        var captain = await Cast.Plan(Aurora, new() { ["captain_id"] = Cast.Sam.MemberId }).Json(422);
        var crew = await Cast.Plan(Aurora, new()
        {
            ["crew"] = new JsonArray(
                new JsonObject { ["role"] = "deckhand", ["member_id"] = Cast.Sam.MemberId },
                new JsonObject { ["role"] = "first_mate", ["member_id"] = Cast.Alex.MemberId }),
        }).Json(422);

        Assert.Equal("Sam is not qualified as captain.", Text(captain["errors"]!["captain_id"]![0]));
        Assert.Equal("Alex is not qualified as first mate.", Text(crew["errors"]!["crew[1].member_id"]![0]));
    }
}
