namespace ShipCaptainCrew.Domain.Sun;

/// <summary>Sunrise, sunset, civil twilight and solar noon at sea level, anywhere on Earth from 2000 to 2100: see docs/sun.md.</summary>
public static class SunTimes
{
    public static readonly DateOnly FirstDate = new(2000, 1, 1);
    public static readonly DateOnly LastDate = new(2100, 12, 31);

    /// <summary>The Sun's centre with its upper limb on a standard horizon: 34′ of refraction and 16′ of radius below the true one.</summary>
    private static readonly double Horizon = SinDegrees(-0.8333);
    private static readonly double Civil = SinDegrees(-6);

    /// <summary>What falls on a calendar date in a zone; without one, in the zone of the nearest whole hour of longitude.</summary>
    public static SunDay On(DateOnly date, double latitude, double longitude, TimeZoneInfo? zone = null)
    {
        RefuseOutside(date, latitude, longitude);
        var course = new Course(new Sky(latitude, longitude), LocalDay.Of(date, zone ?? NauticalZone.At(longitude)));
        var (sunrise, sunset) = (course.Rise(Horizon), course.Set(Horizon));
        return new(date, latitude, longitude)
        {
            CivilDawn = course.Rise(Civil),
            Sunrise = sunrise,
            SolarNoon = course.Noon(),
            Sunset = sunset,
            CivilDusk = course.Set(Civil),
            Polar = (sunrise ?? sunset) is null ? course.Side(Horizon) : null,
        };
    }

    private static void RefuseOutside(DateOnly date, double latitude, double longitude)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, FirstDate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date, LastDate);
        ArgumentOutOfRangeException.ThrowIfLessThan(latitude, -90);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(latitude, 90);
        ArgumentOutOfRangeException.ThrowIfLessThan(longitude, -180);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longitude, 180);
    }

    private static double SinDegrees(double degrees) => Math.Sin(double.DegreesToRadians(degrees));
}
