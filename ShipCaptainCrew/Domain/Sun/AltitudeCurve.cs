namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The altitude of the Sun at a place, from the first instant of a local date to its last.</summary>
internal sealed class AltitudeCurve(SolarAltitude altitude, LocalDay day)
{
    private readonly HalfDay[] halfDays = [.. altitude.HalfDays(day.From, day.Until)];

    public DateTimeOffset? Rise(double sinAltitude) => Crossings(sinAltitude, rising: true).FirstOrDefault();

    public DateTimeOffset? Set(double sinAltitude) => Crossings(sinAltitude, rising: false).LastOrDefault();

    public DateTimeOffset? Noon() => OnTheDate(
        from half in halfDays
        where half.End.IsNoon
        select half.End.Instant).FirstOrDefault();

    /// <summary>
    /// Whether the Sun is above or below an altitude when the date begins; null on a date that the zone skipped.
    /// </summary>
    public Polar? Side(double sinAltitude) =>
        day.IsSkipped ? null : altitude.SinAltitude(day.From) > sinAltitude ? Polar.Day : Polar.Night;

    private IEnumerable<DateTimeOffset?> Crossings(double sinAltitude, bool rising) => OnTheDate(
        from half in halfDays
        where half.IsRising == rising && half.Crosses(sinAltitude)
        select half.Crossing(sinAltitude, altitude));

    private IEnumerable<DateTimeOffset?> OnTheDate(IEnumerable<double> instants) =>
        from instant in instants
        where day.Contains(instant)
        select (DateTimeOffset?)Epoch.At(instant);
}
