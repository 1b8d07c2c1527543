using static System.Math;

namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The Sun as it goes over one place at sea level. Instants are days since J2000.0.</summary>
internal sealed class SolarAltitude(double latitude, double longitude)
{
    private readonly double sinLatitude = Sin(double.DegreesToRadians(latitude));
    private readonly double cosLatitude = Cos(double.DegreesToRadians(latitude));
    private readonly double eastward = double.DegreesToRadians(longitude);

    /// <summary>The sine of the geometric altitude of the Sun's centre.</summary>
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
        var start = TurnNearest(from - 0.25, noon: afternoon);
        while (start.Instant < until)
        {
            var end = TurnNearest(start.Instant + 0.5, noon: !start.IsNoon);
            yield return new(start, end);
            start = end;
        }
    }

    // One step is enough: the Sun gains or loses at most half a minute in a day, so half a day off is found to 10 ms.
    private AltitudeExtremum TurnNearest(double instant, bool noon)
    {
        var turn = instant - IEEERemainder(HourAngle(instant) - (noon ? 0 : PI), Tau) / Tau;
        return new(turn, SinAltitude(turn), noon);
    }

    private double HourAngle(double instant) => SolarPosition.At(instant).GreenwichHourAngle + eastward;
}
