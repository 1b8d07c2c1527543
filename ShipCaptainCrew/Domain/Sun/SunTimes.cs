namespace ShipCaptainCrew.Domain.Sun;

/// <summary>Sunrise, sunset, civil twilight and solar noon, anywhere on Earth from 2000 to 2100. See docs/sun.md.</summary>
public static class SunTimes
{
    public static readonly DateOnly FirstDate = new(2000, 1, 1);
    public static readonly DateOnly LastDate = new(2100, 12, 31);

    /// <summary>Of the Sun's centre when its upper limb is on a standard horizon: 34′ of refraction and 16′ of radius below.</summary>
    static readonly double Horizon = Math.Sin(double.DegreesToRadians(-0.8333));
    static readonly double Civil = Math.Sin(double.DegreesToRadians(-6));

    /// <summary>What falls on a calendar date in a zone; without one, in the zone of the nearest whole hour of longitude.</summary>
    public static SunDay On(DateOnly date, double latitude, double longitude, TimeZoneInfo? zone = null)
    {
        ThrowIfOutside(date, FirstDate, LastDate);
        ThrowIfOutside(latitude, -90, 90);
        ThrowIfOutside(longitude, -180, 180);

        var day = LocalDay.Of(date, zone ?? NauticalZone.At(longitude));
        var sky = new Sky(latitude, longitude);
        var halfDays = sky.HalfDays(day.From, day.Until).ToList();
        var horizon = Crossings(Horizon);
        var civil = Crossings(Civil);
        return new(date, latitude, longitude)
        {
            CivilDawn = civil.Rise,
            Sunrise = horizon.Rise,
            SolarNoon = null,
            Sunset = horizon.Set,
            CivilDusk = civil.Set,
            Polar = null
        };

        (DateTimeOffset? Rise, DateTimeOffset? Set) Crossings(double sinAltitude)
        {
            DateTimeOffset? rise = null, set = null;
            foreach (var half in halfDays)
            {
                if (!half.Crosses(sinAltitude)) continue;
                var t = half.Crossing(sinAltitude, sky);
                if (!day.Contains(t)) continue;
                if (half.Climbs) rise ??= Epoch.At(t); else set = Epoch.At(t);
            }
            return (rise, set);
        }
    }

    static void ThrowIfOutside<T>(T value, T least, T most, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null) where T : IComparable<T>
    {
        if (!(value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is between {least} and {most}.");
    }
}
