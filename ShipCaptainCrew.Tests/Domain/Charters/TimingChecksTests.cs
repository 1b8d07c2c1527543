using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class TimingChecksTests
{
    private static readonly Schedule BeforeSunset = new()
    {
        Anchor = DepartureRule.Sunset,
        OffsetMinutes = -90,
        DurationMinutes = 120,
    };

    [Theory]
    [InlineData("20:15", "22:00", "Sunset is at 20:00, before departure.")]
    [InlineData("17:00", "19:30", "Sunset is at 20:00, after the return.")]
    [InlineData("18:30", "20:30", null)]
    public void A_sunset_sail_that_misses_the_sunset_is_told_so(string away, string back, string? says) =>
        Assert.Equal(says is null ? [] : [("sunset_missed", says)], Said(Look(At(away), At(back), BeforeSunset)));

    [Fact]
    public void A_tour_at_a_fixed_time_owes_nobody_a_sunset() => Assert.Empty(Look(At("10:00"), At("12:00"), new()
    {
        Anchor = DepartureRule.Fixed,
        Time = new(10, 0),
        DurationMinutes = 120,
    }));

    [Theory]
    [InlineData("17:30", "20:30", "Aurora has no navigation lights and is out after sunset at 20:00.")]
    [InlineData("21:00", "23:00", "Aurora has no navigation lights and is out after sunset at 20:00.")]
    [InlineData("04:00", "07:00", "Aurora has no navigation lights and leaves before sunrise at 05:45.")]
    [InlineData("10:00", "20:00", null)]
    [InlineData("06:00", "12:00", null)]
    public void Without_lights_she_is_out_between_sunrise_and_sunset(string away, string back, string? says)
    {
        Assert.Equal(says is null ? [] : [("no_lights", says)], Said(Look(At(away), At(back), lights: false)));
        Assert.Empty(Look(At(away), At(back), lights: true));
    }

    [Fact]
    public void Over_midnight_the_next_day_s_sunrise_is_the_one_that_counts()
    {
        Assert.Equal(
            ["Aurora has no navigation lights and is out from sunset at 20:00 to sunrise at 05:46, Sun 5 Jul."],
            Look(At("18:00"), At("07:00").AddDays(1), lights: false).Select(warning => $"{warning.Message}"));
        Assert.Equal(["Aurora has no navigation lights and is out after sunset at 20:00."],
            Look(At("18:00"), At("02:00").AddDays(1), lights: false).Select(warning => $"{warning.Message}"));
    }

    [Fact]
    public void Before_sunrise_and_after_sunset_are_two_things() =>
        Assert.Equal(2, Look(At("05:00"), At("21:00"), lights: false).Count);

    [Theory]
    [InlineData("2026-12-21", "Aurora has no navigation lights, and the Sun does not rise then.")]
    [InlineData("2026-06-21", null)]
    public void In_the_polar_night_she_stays_in_and_on_a_polar_day_she_needs_no_lights(string date, string? says)
    {
        var (port, zone) = (
            new Port("Longyearbyen", 78.22, 15.65), TimeZoneInfo.FindSystemTimeZoneById("Arctic/Longyearbyen"));
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var away = LocalTime.Nearest(day.ToDateTime(new(11, 0)), zone);

        var warnings =
            new TimingChecks(Plan(away, away.AddHours(3), day), null, zone, Aurora(lights: false), port).Warnings;

        Assert.Equal(says is null ? [] : [says], warnings.Select(warning => $"{warning.Message}"));
    }

    [Fact]
    public void A_plan_without_times_is_looked_at_when_it_has_some() =>
        Assert.Empty(Look(null, null, BeforeSunset, lights: false));

    private static IReadOnlyList<Warning> Look(
        DateTimeOffset? away, DateTimeOffset? back, Schedule? schedule = null, bool lights = true) =>
        new TimingChecks(Plan(away, back), schedule, Pacific, Aurora(lights), SanDiego).Warnings;

    private static IEnumerable<(string, string)> Said(IEnumerable<Warning> warnings) =>
        warnings.Select(warning => (warning.Code, $"{warning.Message}"));
}
