using static System.Math;

namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The altitude of the Sun at a place at sea level. Instants are days since J2000.0.</summary>
internal sealed class SolarAltitude(double latitude, double longitude)
{
    private readonly double sinLatitude = Sin(double.DegreesToRadians(latitude));
    private readonly double cosLatitude = Cos(double.DegreesToRadians(latitude));
    private readonly double eastward = double.DegreesToRadians(longitude);

    /// <summary>The sine of the geometric altitude of the center of the Sun.</summary>
    public double SinAltitude(double instant)
    {
        var sun = SolarPosition.At(instant);
        return sinLatitude * sun.SinDeclination
            + cosLatitude * sun.CosDeclination * Cos(sun.GreenwichHourAngle + eastward);
    }

    /// <summary>The half days, from noon to midnight and from midnight to noon, that cover a span of time.</summary>
    public IEnumerable<HalfDay> HalfDays(double from, double until)
    {
        var afternoon = Sin(HourAngle(from)) >= 0;
        var start = ExtremumNear(from - 0.25, noon: afternoon);
        while (start.Instant < until)
        {
            var end = ExtremumNear(start.Instant + 0.5, noon: !start.IsNoon);
            yield return new(start, end);
            start = end;
        }
    }

    // One step is enough: solar time drifts by at most 30 s per day, so the error half a day away is below 10 ms.
    private AltitudeExtremum ExtremumNear(double instant, bool noon)
    {
        var extremum = instant - IEEERemainder(HourAngle(instant) - (noon ? 0 : PI), Tau) / Tau;
        return new(extremum, SinAltitude(extremum), noon);
    }

    private double HourAngle(double instant) => SolarPosition.At(instant).GreenwichHourAngle + eastward;
}
