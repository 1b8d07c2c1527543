using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class TimingChecksTests
{
    private static readonly Schedule BeforeSunset = new()
    {
        Anchor = DepartureRule.Sunset,
        OffsetMinutes = -90,
        DurationMinutes = 120,
    };

    [Theory]
    [InlineData("20:15", "22:00", "Sunset is at 8:00 PM, before departure.")]
    [InlineData("17:00", "19:30", "Sunset is at 8:00 PM, after the return.")]
    [InlineData("18:30", "20:30", null)]
    public void A_sunset_sail_that_misses_the_sunset_gets_a_warning(string departure, string back, string? message) =>
        Assert.Equal(
            message is null ? [] : [("sunset_missed", message)],
            CodesAndMessages(Check(At(departure), At(back), BeforeSunset)));

    [Fact]
    public void A_charter_at_a_fixed_time_gets_no_sunset_warning() => Assert.Empty(Check(At("10:00"), At("12:00"), new()
    {
        Anchor = DepartureRule.Fixed,
        Time = new(10, 0),
        DurationMinutes = 120,
    }));

    [Theory]
    [InlineData("17:30", "20:30", "Aurora has no navigation lights and is out after sunset at 8:00 PM.")]
    [InlineData("21:00", "23:00", "Aurora has no navigation lights and is out after sunset at 8:00 PM.")]
    [InlineData("04:00", "07:00", "Aurora has no navigation lights and leaves before sunrise at 5:45 AM.")]
    [InlineData("10:00", "20:00", null)]
    [InlineData("06:00", "12:00", null)]
    public void A_vessel_without_lights_gets_a_warning_outside_daylight(string departure, string back, string? message)
    {
        Assert.Equal(
            message is null ? [] : [("no_lights", message)],
            CodesAndMessages(Check(At(departure), At(back), lights: false)));
        Assert.Empty(Check(At(departure), At(back), lights: true));
    }

    [Fact]
    public void Past_midnight_the_sunrise_of_the_next_day_is_used()
    {
        Assert.Equal(
            ["Aurora has no navigation lights and is out from sunset at 8:00 PM to sunrise at 5:46 AM, Sun, Jul 5."],
            Check(At("18:00"), At("07:00").AddDays(1), lights: false).Select(warning => $"{warning.Message}"));
        Assert.Equal(["Aurora has no navigation lights and is out after sunset at 8:00 PM."],
            Check(At("18:00"), At("02:00").AddDays(1), lights: false).Select(warning => $"{warning.Message}"));
    }

    [Fact]
    public void Before_sunrise_and_after_sunset_are_two_warnings() =>
        Assert.Equal(2, Check(At("05:00"), At("21:00"), lights: false).Count);

    [Theory]
    [InlineData("2026-12-21", "Aurora has no navigation lights, and the Sun does not rise then.")]
    [InlineData("2026-06-21", null)]
    public void Without_lights_a_polar_night_gets_a_warning_and_a_polar_day_none(string date, string? message)
    {
        var (port, zone) = (
            new Port("Longyearbyen", 78.22, 15.65), TimeZoneInfo.FindSystemTimeZoneById("Arctic/Longyearbyen"));
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var departure = LocalTime.Nearest(day.ToDateTime(new(11, 0)), zone);

        var plan = Plan(departure, departure.AddHours(3), day);
        var warnings = new TimingChecks(plan, null, zone, Aurora(lights: false), port).Warnings;

        Assert.Equal(message is null ? [] : [message], warnings.Select(warning => $"{warning.Message}"));
    }

    [Fact]
    public void A_plan_without_times_gets_no_warnings() =>
        Assert.Empty(Check(null, null, BeforeSunset, lights: false));

    private static IReadOnlyList<Warning> Check(
        DateTimeOffset? departure, DateTimeOffset? back, Schedule? schedule = null, bool lights = true) =>
        new TimingChecks(Plan(departure, back), schedule, Pacific, Aurora(lights), SanDiego).Warnings;

    private static IEnumerable<(string, string)> CodesAndMessages(IEnumerable<Warning> warnings) =>
        warnings.Select(warning => (warning.Code, $"{warning.Message}"));
}
