namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// Sunrise, sunset, civil twilight and solar noon at sea level, anywhere on Earth from 2000 to 2100: see docs/sun.md.
/// </summary>
public static class SunTimes
{
    public static readonly DateOnly FirstDate = new(2000, 1, 1);
    public static readonly DateOnly LastDate = new(2100, 12, 31);

    /// <summary>
    /// The Sun's centre with its upper limb on a standard horizon: 34′ of refraction and 16′ of radius below the true
    /// one.
    /// </summary>
    private static readonly double Horizon = SinDegrees(-0.8333);
    private static readonly double Civil = SinDegrees(-6);

    /// <summary>
    /// What falls on a calendar date in a zone; without one, in the zone of the nearest whole hour of longitude.
    /// </summary>
    public static SunDay On(DateOnly date, double latitude, double longitude, TimeZoneInfo? zone = null)
    {
        RefuseOutside(date, latitude, longitude);
        var course =
            new AltitudeCurve(
                new SolarAltitude(latitude, longitude), LocalDay.Of(date, zone ?? NauticalZone.At(longitude)));
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

    /// <summary>
    /// The nights that a span of time touches, whatever dates it crosses; one without beginning or end where the Sun
    /// stays down.
    /// </summary>
    public static IEnumerable<Night> NightsIn(
        DateTimeOffset from, DateTimeOffset until, double latitude, double longitude)
    {
        var sky = new SolarAltitude(latitude, longitude);
        var (start, end) = (Epoch.DaysTo(from), Epoch.DaysTo(until));
        var crossings = sky.HalfDays(start - 1, end + 1).Where(half => half.Crosses(Horizon)).ToList();
        if (crossings.Count == 0) return sky.SinAltitude(start) < Horizon ? [new(null, null)] : [];
        var setting = crossings[0].Climbs ? crossings.Prepend(default) : crossings;
        return setting.Chunk(2).Select(pair => new Night(At(pair[0]), pair.Length == 2 ? At(pair[1]) : null))
            .Where(night => night.Meets(from, until));

        DateTimeOffset? At(HalfDay half) => half == default ? null : Epoch.At(half.Crossing(Horizon, sky));
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
