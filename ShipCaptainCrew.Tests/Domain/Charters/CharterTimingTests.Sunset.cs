using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class CharterTimingTests
{
    [Fact]
    public void An_automatic_departure_or_return_is_shown_as_unconfirmed()
    {
        var (departure, back) = (Charter(CharterStatus.Underway, PlannedDeparture, PlannedReturn, byClock: true),
            Charter(CharterStatus.Returned, PlannedDeparture, PlannedReturn, byClock: true));

        Assert.Equal("Under way, not confirmed, for",
            CharterTiming.Of(departure, null, At("18:00"), Grace).Underway!.TextAt(At("18:00")).Text);
        Assert.Contains("nobody has confirmed",
            CharterTiming.Of(back, null, At("20:05"), Grace).TextAt(At("20:05")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_charter_that_never_departed_has_no_countdown_after_its_planned_end()
    {
        var charter = Charter(CharterStatus.Scheduled, PlannedDeparture, PlannedReturn);

        var timing = CharterTiming.Of(charter, null, PlannedReturn, Grace);

        Assert.Contains("nobody has recorded lines off", timing.TextAt(PlannedReturn).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19:30", "Sunset in", 30, Level.Soon)]
    [InlineData("20:12", "Since sunset", 12, Level.Now)]
    public void The_sunset_is_counted_down_and_then_up(string now, string text, int minutes, Level level)
    {
        var charter = Charter(CharterStatus.Underway, PlannedDeparture, null);

        var sunset = CharterTiming.Of(charter, At("20:00"), At(now), Grace).Sunset!;

        Assert.Equal(
            (text, minutes, level), (sunset.TextAt(At(now)).Text, sunset.MinutesAt(At(now)), sunset.LevelAt(At(now))));
    }

    [Fact]
    public void There_is_no_countdown_without_a_sunset()
    {
        var charter = Charter(CharterStatus.Underway, PlannedDeparture, PlannedReturn);

        Assert.Null(CharterTiming.Of(charter, null, PlannedDeparture, Grace).Sunset);
    }
}
