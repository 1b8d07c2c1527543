using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class CharterTimingTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    [Theory]
    [InlineData(CharterStatus.Scheduled, "16:00", "Departs in", 90, Level.Normal)]
    [InlineData(CharterStatus.Scheduled, "16:59", "Departs in", 31, Level.Normal)]
    [InlineData(CharterStatus.Boarding, "17:00", "Departs in", 30, Level.Soon)]
    [InlineData(CharterStatus.Boarding, "17:20", "Departs in", 10, Level.Now)]
    [InlineData(CharterStatus.Boarding, "17:30", "Late leaving by", 0, Level.Late)]
    [InlineData(CharterStatus.Boarding, "17:42", "Late leaving by", 12, Level.Late)]
    [InlineData(CharterStatus.Draft, "17:25", "Departs in", 5, Level.Now)]
    [InlineData(CharterStatus.Underway, "18:30", "Returns in", 90, Level.Normal)]
    [InlineData(CharterStatus.Underway, "19:45", "Returns in", 15, Level.Soon)]
    [InlineData(CharterStatus.Underway, "20:00", "Past its return by", 0, Level.Now)]
    [InlineData(CharterStatus.Underway, "20:29", "Past its return by", 29, Level.Now)]
    [InlineData(CharterStatus.Underway, "20:30", "Overdue by", 30, Level.Late)]
    [InlineData(CharterStatus.Underway, "23:59", "Overdue by", 239, Level.Late)]
    public void The_countdown_shows_what_is_next_and_how_close_it_is(
        CharterStatus status, string now, string text, int minutes, Level level)
    {
        var main = CharterTiming.Of(Charter(status, PlannedDeparture, PlannedReturn), null, At(now), Grace).Main!;

        Assert.Equal(
            (text, minutes, level), (main.TextAt(At(now)).Text, main.MinutesAt(At(now)), main.LevelAt(At(now))));
    }

    [Theory]
    [InlineData(CharterStatus.Returned, "It is back", "Back, not closed yet.")]
    [InlineData(CharterStatus.Closed, "It is history", "Closed.")]
    [InlineData(CharterStatus.Cancelled, "It was called off", "Not sailing.")]
    public void A_finished_charter_has_no_countdown(CharterStatus status, string reason, string text)
    {
        var charter = Charter(status, PlannedDeparture, PlannedReturn);

        var timing = CharterTiming.Of(charter, At("20:00"), At("19:00"), Grace);

        Assert.True(timing is { Main: null, Underway: null, Sunset: null }, reason);
        Assert.Equal(text, timing.TextAt(At("19:00")).Text);
    }

    [Fact]
    public void Time_underway_is_shown_next_to_the_return_or_alone_if_no_return_is_planned()
    {
        var (with, without) = (Of(Charter(CharterStatus.Underway, PlannedDeparture, PlannedReturn, left: At("17:42"))),
            Of(Charter(CharterStatus.Underway, PlannedDeparture, null, left: At("17:42"))));

        Assert.Equal(
            ("Under way for", 48), (with.Underway!.TextAt(At("18:30")).Text, with.Underway.MinutesAt(At("18:30"))));
        Assert.Equal(("Under way for", Level.Normal), (without.TextAt(At("23:00")).Text, without.LevelAt(At("23:00"))));

        static CharterTiming Of(Charter charter) => CharterTiming.Of(charter, null, At("18:30"), Grace);
    }
}
