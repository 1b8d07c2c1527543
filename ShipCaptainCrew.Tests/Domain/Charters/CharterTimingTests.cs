using CsCheck;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class CharterTimingTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[-3 * 86_400, 4 * 86_400]
        .Select(seconds => Away.AddSeconds(seconds));

    /// <summary>Every state there is, with and without times, over midnight too, by hand and by the schedule.</summary>
    private static readonly Gen<Charter> Charters = Gen.Select(
        Gen.OneOf([.. Enum.GetValues<CharterStatus>().Select(Gen.Const)]), Gen.Bool, Gen.Int[-300, 300],
        Gen.Int[0, 20 * 60], Gen.Bool)
        .Select((status, hasDeparture, shift, minutes, byClock) =>
        {
            var away = Away.AddMinutes(shift);
            return Charter(status, hasDeparture ? away : null, minutes == 0 ? null : away.AddMinutes(minutes),
                away.AddMinutes(3), away.AddMinutes(minutes + 5), byClock);
        });

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
    public void The_clock_says_what_is_next_and_how_near_it_is(
        CharterStatus status, string now, string says, int minutes, Level level)
    {
        var main = CharterTiming.Of(Charter(status, Away, Back), null, At(now), Grace).Main!;

        Assert.Equal(
            (says, minutes, level), (main.SaysAt(At(now)).Text, main.MinutesAt(At(now)), main.LevelAt(At(now))));
    }

    [Theory]
    [InlineData(CharterStatus.Returned, "It is back", "Back, to be put to bed.")]
    [InlineData(CharterStatus.Closed, "It is history", "Put to bed.")]
    [InlineData(CharterStatus.Cancelled, "It was called off", "It does not sail.")]
    public void What_is_over_counts_nothing(CharterStatus status, string because, string says)
    {
        var timing = CharterTiming.Of(Charter(status, Away, Back), At("20:00"), At("19:00"), Grace);

        Assert.True(timing is { Main: null, Underway: null, Sunset: null }, because);
        Assert.Equal(says, timing.SaysAt(At("19:00")).Text);
    }

    [Fact]
    public void Out_since_is_told_beside_the_return_and_alone_where_none_is_planned()
    {
        var (with, without) = (Of(Charter(CharterStatus.Underway, Away, Back, left: At("17:42"))),
            Of(Charter(CharterStatus.Underway, Away, null, left: At("17:42"))));

        Assert.Equal(
            ("Under way for", 48), (with.Underway!.SaysAt(At("18:30")).Text, with.Underway.MinutesAt(At("18:30"))));
        Assert.Equal(("Under way for", Level.Normal), (without.SaysAt(At("23:00")).Text, without.LevelAt(At("23:00"))));

        static CharterTiming Of(Charter charter) => CharterTiming.Of(charter, null, At("18:30"), Grace);
    }

    [Fact]
    public void What_only_the_schedule_knows_says_that_nobody_has_confirmed_it()
    {
        var (away, back) = (Charter(CharterStatus.Underway, Away, Back, byClock: true),
            Charter(CharterStatus.Returned, Away, Back, byClock: true));

        Assert.Equal("Under way, not confirmed, for",
            CharterTiming.Of(away, null, At("18:00"), Grace).Underway!.SaysAt(At("18:00")).Text);
        Assert.Contains("nobody has confirmed",
            CharterTiming.Of(back, null, At("20:05"), Grace).SaysAt(At("20:05")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_never_left_stops_counting_when_its_time_is_over() =>
        Assert.Contains("nobody has said lines off",
            CharterTiming.Of(Charter(CharterStatus.Scheduled, Away, Back), null, Back, Grace).SaysAt(Back).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("19:30", "Sunset in", 30, Level.Soon)]
    [InlineData("20:12", "Since sunset", 12, Level.Now)]
    public void The_sunset_is_counted_down_to_and_up_from(string now, string says, int minutes, Level level)
    {
        var sunset = CharterTiming.Of(Charter(CharterStatus.Underway, Away, null), At("20:00"), At(now), Grace).Sunset!;

        Assert.Equal(
            (says, minutes, level), (sunset.SaysAt(At(now)).Text, sunset.MinutesAt(At(now)), sunset.LevelAt(At(now))));
    }

    [Fact]
    public void Nothing_is_counted_to_a_sunset_that_does_not_come() =>
        Assert.Null(CharterTiming.Of(Charter(CharterStatus.Underway, Away, Back), null, Away, Grace).Sunset);

    [Fact]
    public void It_always_has_words_and_never_a_minute_below_none() =>
        Gen.Select(Charters, Moments, Moments).Sample((charter, now, sunset) =>
    {
        var timing = CharterTiming.Of(charter, sunset, now, Grace);
        return timing.SaysAt(now).Text.Length > 0
            && new[] { timing.Main, timing.Underway, timing.Sunset }.OfType<Countdown>()
                .All(count => count.MinutesAt(now) >= 0 && count.SaysAt(now).Text.Length > 0);
    });

    [Fact]
    public void A_band_once_reached_is_not_left_while_nothing_happens() =>
        Gen.Select(Charters, Moments, Gen.Int[0, 600]).Sample((charter, now, minutes) =>
    {
        var main = CharterTiming.Of(charter, null, now, Grace).Main;
        return main is null || main.LevelAt(now) <= main.LevelAt(now.AddMinutes(minutes));
    });

    [Fact]
    public void A_phone_that_goes_on_by_itself_says_what_the_server_would() =>
        Gen.Select(Charters, Moments, Gen.Int[0, 600]).Sample((charter, now, minutes) =>
    {
        var later = now.AddMinutes(minutes);
        var (before, after) = (
            CharterTiming.Of(charter, null, now, Grace), CharterTiming.Of(charter, null, later, Grace));
        return before.Main is null || after.Main is null
            || (before.SaysAt(later).Text, before.LevelAt(later)) == (after.SaysAt(later).Text, after.LevelAt(later));
    });

    [Fact]
    public void Overdue_on_the_clock_is_overdue_to_the_watch() => Gen.Select(Charters, Moments).Sample((charter, now) =>
        charter.IsOverdue(now, Grace) == (charter.Status == CharterStatus.Underway
            && CharterTiming.Of(charter, null, now, Grace).LevelAt(now) == Level.Late));
}
