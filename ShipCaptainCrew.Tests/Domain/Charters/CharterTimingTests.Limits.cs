using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>When a countdown begins, changes and ends, to the minute.</summary>
public sealed partial class CharterTimingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_sunset_is_shown_from_24_hours_before_until_12_hours_after_it()
    {
        var charter = Charter(CharterStatus.Underway, PlannedDeparture, PlannedReturn);

        Assert.NotNull(SunsetAt(PlannedDeparture.AddHours(24)));
        Assert.Null(SunsetAt(PlannedDeparture.AddHours(24).AddTicks(1)));
        Assert.NotNull(SunsetAt(PlannedDeparture.AddHours(-12)));
        Assert.Null(SunsetAt(PlannedDeparture.AddHours(-12).AddTicks(-1)));

        Countdown? SunsetAt(DateTimeOffset sunset) =>
            CharterTiming.Of(charter, sunset, PlannedDeparture, Grace).Sunset;
    }

    [Fact]
    public void A_charter_without_a_time_shows_a_text_and_no_sunset()
    {
        var timing = CharterTiming.Of(
            Charter(CharterStatus.Scheduled, null, null), PlannedDeparture, PlannedDeparture, Grace);

        Assert.Equal(("No time set yet.", Level.Normal, null),
            (timing.TextAt(Noon).Text, timing.LevelAt(Noon), timing.Sunset));
    }

    [Fact]
    public void A_charter_before_departure_shows_the_sunset_too() => Assert.NotNull(CharterTiming.Of(
        Charter(CharterStatus.Scheduled, PlannedDeparture, PlannedReturn), At("20:00"), At("16:00"), Grace).Sunset);

    [Fact]
    public void A_charter_underway_without_any_time_says_only_that()
    {
        var charter = Charter(CharterStatus.Underway, PlannedDeparture, null, byClock: false);

        var timing = CharterTiming.Of(charter, null, At("18:00"), Grace);

        Assert.Equal(("Under way for", "Under way.", 30),
            (timing.TextAt(At("18:00")).Text, timing.Rests.Text, timing.Main!.MinutesAt(At("18:00"))));
    }

    [Theory]
    [InlineData(0, 1801, Level.Normal)]
    [InlineData(0, 1800, Level.Soon)]
    [InlineData(0, 601, Level.Soon)]
    [InlineData(0, 600, Level.Now)]
    [InlineData(0, 1, Level.Now)]
    [InlineData(0, 0, Level.Late)]
    [InlineData(60, 0, Level.Now)]
    [InlineData(60, -59, Level.Now)]
    [InlineData(60, -60, Level.Late)]
    [InlineData(null, -86400, Level.Now)]
    public void The_level_rises_thirty_and_ten_minutes_before_and_after_the_grace(
        int? graceSeconds, int secondsAhead, Level level) =>
        Assert.Equal(level, DepartsAtNoon(graceSeconds).LevelAt(Noon.AddSeconds(-secondsAhead)));

    [Theory]
    [InlineData(61, "Departs in", 2)]
    [InlineData(60, "Departs in", 1)]
    [InlineData(1, "Departs in", 1)]
    [InlineData(0, "Late leaving by", 0)]
    [InlineData(-59, "Late leaving by", 0)]
    [InlineData(-60, "Very late", 1)]
    [InlineData(-119, "Very late", 1)]
    [InlineData(-120, "Very late", 2)]
    public void Minutes_are_rounded_up_before_the_instant_and_down_after_it(
        int secondsAhead, string text, int minutes)
    {
        var (count, now) = (DepartsAtNoon(60) with { Late = "Very late" }, Noon.AddSeconds(-secondsAhead));

        Assert.Equal((text, minutes), (count.TextAt(now).Text, count.MinutesAt(now)));
    }

    [Fact]
    public void A_count_up_begins_at_zero_and_is_never_late()
    {
        var since = Countdown.Since("Under way for", Noon);

        Assert.Equal((0, 1, Level.Normal),
            (since.MinutesAt(Noon.AddMinutes(-5)), since.MinutesAt(Noon.AddMinutes(1)),
                since.LevelAt(Noon.AddDays(1))));
        Assert.Equal(("Under way for", "Under way for"),
            (since.TextAt(Noon.AddMinutes(-5)).Text, since.TextAt(Noon.AddDays(1)).Text));
    }

    private static Countdown DepartsAtNoon(int? graceSeconds) => new("Departs in", Noon, "Late leaving by")
    {
        Grace = graceSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
