namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// Sunrise, sunset, civil twilight and solar noon at sea level, anywhere on Earth from 2000 to 2100: see docs/sun.md.
/// </summary>
public static class SunTimes
{
    public static readonly DateOnly FirstDate = new(2000, 1, 1);
    public static readonly DateOnly LastDate = new(2100, 12, 31);

    /// <summary>
    /// The sine of the altitude of the Sun's center at sunrise and sunset: 34′ of refraction and 16′ of radius
    /// below the horizon.
    /// </summary>
    private static readonly double Horizon = SinDegrees(-0.8333);
    private static readonly double Civil = SinDegrees(-6);

    /// <summary>
    /// The sun times on a calendar date in a zone; without one, in the nautical zone of the longitude.
    /// </summary>
    public static SunDay On(DateOnly date, double latitude, double longitude, TimeZoneInfo? zone = null)
    {
        CheckRange(date, latitude, longitude);
        var curve = new AltitudeCurve(
            new SolarAltitude(latitude, longitude), LocalDay.Of(date, zone ?? NauticalZone.At(longitude)));
        var (sunrise, sunset) = (curve.Rise(Horizon), curve.Set(Horizon));
        return new(date, latitude, longitude)
        {
            CivilDawn = curve.Rise(Civil),
            Sunrise = sunrise,
            SolarNoon = curve.Noon(),
            Sunset = sunset,
            CivilDusk = curve.Set(Civil),
            Polar = (sunrise ?? sunset) is null ? curve.Side(Horizon) : null,
        };
    }

    /// <summary>
    /// The nights that a time span touches; a night without sunset and sunrise if the Sun stays down.
    /// </summary>
    public static IEnumerable<Night> NightsIn(
        DateTimeOffset from, DateTimeOffset until, double latitude, double longitude)
    {
        var altitude = new SolarAltitude(latitude, longitude);
        var (start, end) = (Epoch.DaysTo(from), Epoch.DaysTo(until));
        var crossings = altitude.HalfDays(start - 1, end + 1).Where(half => half.Crosses(Horizon)).ToList();
        if (crossings.Count == 0) return altitude.SinAltitude(start) < Horizon ? [new(null, null)] : [];
        var setting = crossings[0].IsRising ? crossings.Prepend(default) : crossings;
        return setting.Chunk(2).Select(pair => new Night(At(pair[0]), pair.Length == 2 ? At(pair[1]) : null))
            .Where(night => night.Meets(from, until));

        DateTimeOffset? At(HalfDay half) => half == default ? null : Epoch.At(half.Crossing(Horizon, altitude));
    }

    private static void CheckRange(DateOnly date, double latitude, double longitude)
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
