using static System.Math;

namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The Sun on the meridian: at its highest over the place, or at its lowest under it.</summary>
internal readonly record struct AltitudeExtremum(double Instant, double SinAltitude, bool IsNoon);

/// <summary>The time between two turns, in which the Sun only climbs or only sinks.</summary>
internal readonly record struct HalfDay(AltitudeExtremum Start, AltitudeExtremum End)
{
    /// <summary>A fiftieth of an arc second: far below what the air does to the light.</summary>
    private const double Closeness = 1e-7;

    public bool Climbs => Start.SinAltitude < End.SinAltitude;

    public bool Crosses(double sinAltitude) => (Start.SinAltitude < sinAltitude) != (End.SinAltitude < sinAltitude);

    /// <summary>
    /// The instant the Sun is at an altitude it crosses. The sine of the altitude is all but a straight line over the
    /// cosine of the hour angle, so false position on that line is there in three steps and cannot leave the half day.
    /// </summary>
    public double Crossing(double sinAltitude, SolarAltitude sky)
    {
        var (before, after) = ((Cos: 1.0, Start.SinAltitude), (Cos: -1.0, End.SinAltitude));
        while (true)
        {
            var share = (sinAltitude - before.SinAltitude) / (after.SinAltitude - before.SinAltitude);
            var cos = Clamp(before.Cos + share * (after.Cos - before.Cos), after.Cos, before.Cos);
            var instant = Start.Instant + (End.Instant - Start.Instant) * Acos(cos) / PI;
            var reached = sky.SinAltitude(instant);
            if (Abs(reached - sinAltitude) < Closeness)
                return instant;
            if ((reached < sinAltitude) == Climbs)
                before = (cos, reached);
            else
                after = (cos, reached);
        }
    }
}
