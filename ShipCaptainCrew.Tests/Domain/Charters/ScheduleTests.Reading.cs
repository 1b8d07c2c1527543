using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Reading a schedule and the manning, with their limits.</summary>
public sealed partial class ScheduleTests
{
    [Theory]
    [InlineData("duration_minutes", 5, 20160)]
    [InlineData("call_minutes_before", 0, 1440)]
    [InlineData("boarding_minutes_before", 0, 1440)]
    [InlineData("schedule.offset_minutes", -720, 720)]
    public void Minutes_are_accepted_up_to_their_limits(string field, int min, int max)
    {
        Assert.Null(Read(field, min, BeforeSunset).Refusal);
        Assert.Null(Read(field, max, BeforeSunset).Refusal);
        Assert.Equal([field], Read(field, min - 1, BeforeSunset).Refusal!.Errors!.Keys);
        Assert.Equal([field], Read(field, max + 1, BeforeSunset).Refusal!.Errors!.Keys);
    }

    [Theory]
    [InlineData("captain", 1, 1)]
    [InlineData("first_mate", 0, 5)]
    [InlineData("deckhand", 0, 40)]
    public void The_number_of_positions_is_accepted_up_to_its_limits(string field, int min, int max)
    {
        Assert.Null(ReadManning(field, min));
        Assert.Null(ReadManning(field, max));
        Assert.Equal([field], ReadManning(field, min - 1)!.Errors!.Keys);
        Assert.Equal([field], ReadManning(field, max + 1)!.Errors!.Keys);
    }

    [Fact]
    public void Cleared_numbers_of_positions_mean_a_captain_alone() => Assert.Equal(
        new Manning(1, 0, 0),
        Manning.Read(Input.Of(new() { ["captain"] = null, ["first_mate"] = null, ["deckhand"] = null }), new()));

    [Fact]
    public void A_fixed_time_has_no_offset_and_a_sunset_has_no_time()
    {
        var (fixedTime, sunset) = (Read("""{ "schedule": { "anchor": "fixed", "time": "09:15" } }""", BeforeSunset),
            Read("""{ "schedule": { "anchor": "sunset", "time": "09:15" } }""", AtHalfPast(10)));

        Assert.Equal((new TimeOnly(9, 15), 0), (fixedTime.Schedule.Time, fixedTime.Schedule.OffsetMinutes));
        Assert.Equal((null, 0), (sunset.Schedule.Time, sunset.Schedule.OffsetMinutes));
        Assert.Equal(-90, Read("{}", BeforeSunset).Schedule.OffsetMinutes);
        Assert.Equal(0, Read("""{ "schedule": { "offset_minutes": null } }""", BeforeSunset).Schedule.OffsetMinutes);
        Assert.Equal(new(10, 30), Read("{}", AtHalfPast(10)).Schedule.Time);
        Assert.Equal(
            DepartureRule.Fixed, Read("""{ "schedule": { "anchor": null } }""", BeforeSunset).Schedule.Anchor);
    }

    [Fact]
    public void A_schedule_without_a_time_has_no_departure() => Assert.Null(
        new Schedule { Anchor = DepartureRule.Fixed, DurationMinutes = 60 }
            .DepartureOn(new(2026, 7, 4), SanDiego, Pacific));

    private static (Schedule Schedule, Refusal? Refusal) Read(string json, Schedule current)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        return (Schedule.Read(input, current), input.Refusal);
    }

    private static (Schedule Schedule, Refusal? Refusal) Read(string field, int value, Schedule current) => Read(
        field.StartsWith("schedule.", StringComparison.Ordinal)
            ? $$"""{ "schedule": { "{{field["schedule.".Length..]}}": {{value}} } }"""
            : $$"""{ "{{field}}": {{value}} }""",
        current);

    private static Refusal? ReadManning(string field, int value)
    {
        var input = Input.Of(new() { [field] = value });
        Manning.Read(input, new());
        return input.Refusal;
    }
}
