using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>A departure or return at the very second of sunset or sunrise, and nights without one.</summary>
public sealed partial class TimingChecksTests
{
    private static readonly DateTimeOffset
        SunsetThatDay = SunTimes.On(new(2026, 7, 4), SanDiego.Latitude, SanDiego.Longitude, Pacific).Sunset!.Value,
        NextSunrise = SunTimes.On(new(2026, 7, 5), SanDiego.Latitude, SanDiego.Longitude, Pacific).Sunrise!.Value;

    [Fact]
    public void A_sunset_sail_sees_the_sunset_at_its_departure_but_not_at_its_return()
    {
        Assert.Empty(Check(SunsetThatDay, SunsetThatDay.AddHours(1), BeforeSunset));
        Assert.Equal(["Sunset is at 8:00 PM, before departure."],
            Messages(Check(SunsetThatDay.AddSeconds(1), SunsetThatDay.AddHours(1), BeforeSunset)));
        Assert.Equal(["Sunset is at 8:00 PM, after the return."],
            Messages(Check(SunsetThatDay.AddHours(-1), SunsetThatDay, BeforeSunset)));
        Assert.Empty(Check(SunsetThatDay.AddHours(-1), SunsetThatDay.AddSeconds(1), BeforeSunset));
    }

    [Fact]
    public void A_night_is_met_only_between_sunset_and_sunrise()
    {
        Assert.Empty(Check(SunsetThatDay.AddHours(-1), SunsetThatDay, lights: false));
        Assert.Empty(Check(NextSunrise, NextSunrise.AddHours(1), lights: false));
        Assert.NotEmpty(Check(SunsetThatDay.AddHours(-1), SunsetThatDay.AddSeconds(1), lights: false));
        Assert.Equal(["Aurora has no navigation lights and is out after sunset at 8:00 PM."],
            Messages(Check(SunsetThatDay.AddHours(-1), NextSunrise, lights: false)));
    }

    [Fact]
    public void A_sunset_sail_on_a_polar_day_gets_a_warning()
    {
        var (zone, port) = (TimeZoneInfo.FindSystemTimeZoneById("Arctic/Longyearbyen"),
            new Port("Longyearbyen", 78.22, 15.65));
        var noon = new DateTimeOffset(2026, 6, 21, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal([("sunset_missed", "The Sun does not set that day.")],
            CodesAndMessages(new TimingChecks(
                Plan(noon, noon.AddHours(2), new(2026, 6, 21)), BeforeSunset, zone, Aurora(), port).Warnings));
    }

    [Fact]
    public void On_the_first_day_of_a_polar_night_a_vessel_without_lights_leaves_in_the_dark()
    {
        var (zone, port) = (TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"), new Port("Tromsø", 69.65, 18.96));
        var first = Enumerable.Range(0, 30).Select(new DateOnly(2026, 11, 15).AddDays)
            .First(date => SunTimes.On(date, port.Latitude, port.Longitude, zone).Sunrise is null);
        var departure = new DateTimeOffset(first, new(5, 0), TimeSpan.Zero);

        Assert.Equal(["Aurora has no navigation lights and leaves in the dark."],
            Messages(new TimingChecks(
                Plan(departure, departure.AddHours(1), first), null, zone, Aurora(lights: false), port).Warnings));
    }

    private static IEnumerable<string> Messages(IEnumerable<ShipCaptainCrew.Domain.Warning> warnings) =>
        warnings.Select(warning => $"{warning.Message}");
}
