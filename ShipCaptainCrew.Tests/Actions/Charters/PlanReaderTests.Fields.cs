using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions.Charters;

public sealed partial class PlanReaderTests
{
    [Fact]
    public async Task Null_clears_a_field_and_a_missing_field_keeps_its_value()
    {
        var charter = await Cast.Plan(Aurora, new()
        {
            ["departure_time"] = "13:00", ["return_time"] = "15:00", ["meeting_point"] = "Pier 5",
            ["notes"] = "Cake aboard", ["guests_expected"] = 8,
            ["contact"] = new JsonObject { ["name"] = "Ben Cole", ["phone"] = "+1 619 555 0142" },
        }).Json(201);

        var cleared = await Put(charter,
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
