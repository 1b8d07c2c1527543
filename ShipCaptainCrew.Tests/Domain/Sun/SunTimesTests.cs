using System.Globalization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Tests.Domain.Sun;

public sealed class SunTimesTests
{
    private static readonly DateOnly FourthOfJuly = new(2026, 7, 4);

    [Fact]
    public void The_sunset_of_a_July_evening_in_San_Diego_is_after_midnight_in_UTC()
    {
        var sunset = SunTimes.On(FourthOfJuly, 32.7157, -117.1611, Zone("America/Los_Angeles")).Sunset;

        Assert.Equal("2026-07-05 03:00", Minute(sunset, TimeZoneInfo.Utc));
        Assert.Equal("2026-07-04 20:00", Minute(sunset, Zone("America/Los_Angeles")));
    }

    [Theory]
    [InlineData(7, Polar.Day)]
    [InlineData(12, Polar.Night)]
    public void Longyearbyen_has_polar_day_in_July_and_polar_night_in_December(int month, Polar polar)
    {
        var day = SunTimes.On(new(2026, month, 4), 78.2232, 15.6267, Zone("Arctic/Longyearbyen"));

        Assert.Equal(polar, day.Polar);
        Assert.Null(day.Sunrise);
        Assert.Null(day.Sunset);
        Assert.NotNull(day.SolarNoon);
    }

    [Theory]
    [InlineData("2026-05-29", "2026-05-29 23:58")]
    [InlineData("2026-05-30", null)]
    [InlineData("2026-05-31", "2026-05-31 00:02")]
    [InlineData("2026-07-14", "2026-07-14 00:04")]
    [InlineData("2026-07-15", "2026-07-15 23:58")]
    public void When_sunset_moves_past_midnight_a_date_can_have_none_and_of_two_the_last_is_used(
        string date, string? sunset)
    {
        var alaska = Zone("America/Anchorage");

        var day = SunTimes.On(Date(date), 64.8378, -147.7164, alaska);

        Assert.Equal(sunset, Minute(day.Sunset, alaska));
        Assert.Null(day.Polar);
    }

    [Theory]
    [InlineData("2026-07-04", "America/Havana", "2026-07-04T04:00Z")]
    [InlineData("2026-03-08", "America/Havana", "2026-03-08T05:00Z")]
    [InlineData("2026-11-01", "America/Havana", "2026-11-01T04:00Z")]
    [InlineData("2024-04-07", "America/Santiago", "2024-04-07T04:00Z")]
    [InlineData("2008-10-12", "America/Argentina/San_Luis", "2008-10-12T04:00Z")]
    [InlineData("2011-12-31", "Pacific/Apia", "2011-12-30T10:00Z")]
    public void A_date_begins_at_its_first_instant_even_if_clocks_change_at_midnight(
        string date, string zone, string first)
    {
        var start = DateTimeOffset.Parse(first, CultureInfo.InvariantCulture);
        var (before, after) = (start.AddMinutes(-1), start.AddMinutes(1));

        Assert.Equal(Minute(after, TimeZoneInfo.Utc), Minute(NoonOf(after), TimeZoneInfo.Utc));
        Assert.NotEqual(Minute(before, TimeZoneInfo.Utc), Minute(NoonOf(before), TimeZoneInfo.Utc));

        DateTimeOffset? NoonOf(DateTimeOffset noon) =>
            SunTimes.On(Date(date), 0, LongitudeOfNoon(noon.AddSeconds(30)), Zone(zone)).SolarNoon;
    }

    [Fact]
    public void A_date_that_Samoa_skipped_has_no_events()
    {
        var skipped = new DateOnly(2011, 12, 30);

        Assert.Equal(new(skipped, -13.85, -171.75), SunTimes.On(skipped, -13.85, -171.75, Zone("Pacific/Apia")));
    }

    [Theory]
    [InlineData(-180, "Etc/GMT+12")]
    [InlineData(-117.1611, "Etc/GMT+8")]
    [InlineData(-7.4, "Etc/GMT")]
    [InlineData(7.6, "Etc/GMT-1")]
    [InlineData(180, "Etc/GMT-12")]
    public void A_place_without_a_zone_uses_the_nautical_zone(double longitude, string name)
    {
        var zone = NauticalZone.At(longitude);

        Assert.Equal(name, zone.Id);
        Assert.Equal(Zone(name).BaseUtcOffset, zone.BaseUtcOffset);
        Assert.Equal(SunTimes.On(FourthOfJuly, 20, longitude, zone), SunTimes.On(FourthOfJuly, 20, longitude));
    }

    [Theory]
    [InlineData("2026-07-04", 91, 0)]
    [InlineData("2026-07-04", -91, 0)]
    [InlineData("2026-07-04", double.NaN, 0)]
    [InlineData("2026-07-04", 0, 180.1)]
    [InlineData("2026-07-04", 0, -180.1)]
    [InlineData("1999-12-31", 0, 0)]
    [InlineData("2101-01-01", 0, 0)]
    public void Coordinates_or_dates_out_of_range_throw(
        string date, double latitude, double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SunTimes.On(Date(date), latitude, longitude));

    private static double LongitudeOfNoon(DateTimeOffset noon) =>
        (SunTimes.On(
            DateOnly.FromDateTime(noon.UtcDateTime), 0, 0, TimeZoneInfo.Utc).SolarNoon!.Value - noon).TotalDays * 360;

    private static DateOnly Date(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);

    private static string? Minute(DateTimeOffset? instant, TimeZoneInfo zone) =>
        instant is null
            ? null : LocalTime.At(instant.Value, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
