using static System.Math;

namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The Sun on the meridian: at its highest or lowest altitude of the day.</summary>
internal readonly record struct AltitudeExtremum(double Instant, double SinAltitude, bool IsNoon);

/// <summary>The time between two extrema, in which the Sun only rises or only sets.</summary>
internal readonly record struct HalfDay(AltitudeExtremum Start, AltitudeExtremum End)
{
    /// <summary>
    /// Tolerance of the sine of the altitude: a fiftieth of an arc second, far below the uncertainty of refraction.
    /// </summary>
    private const double Tolerance = 1e-7;

    public bool IsRising => Start.SinAltitude < End.SinAltitude;

    public bool Crosses(double sinAltitude) => (Start.SinAltitude < sinAltitude) != (End.SinAltitude < sinAltitude);

    /// <summary>
    /// The instant at which the Sun crosses an altitude. The sine of the altitude is almost linear in the cosine of the
    /// hour angle, so the false position method converges in about three steps and cannot leave the half day.
    /// </summary>
    public double Crossing(double sinAltitude, SolarAltitude altitude)
    {
        var (before, after) = ((Cos: 1.0, Start.SinAltitude), (Cos: -1.0, End.SinAltitude));
        while (true)
        {
            var share = (sinAltitude - before.SinAltitude) / (after.SinAltitude - before.SinAltitude);
            var cos = Clamp(before.Cos + share * (after.Cos - before.Cos), after.Cos, before.Cos);
            var instant = Start.Instant + (End.Instant - Start.Instant) * Acos(cos) / PI;
            var sinReached = altitude.SinAltitude(instant);
            if (Abs(sinReached - sinAltitude) < Tolerance)
                return instant;
            if ((sinReached < sinAltitude) == IsRising)
                before = (cos, sinReached);
            else
                after = (cos, sinReached);
        }
    }
}
