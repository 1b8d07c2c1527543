namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The Sun's course over a place from the first instant of a local date to its last.</summary>
internal sealed class AltitudeCurve(SolarAltitude sky, LocalDay day)
{
    private readonly HalfDay[] halfDays = [.. sky.HalfDays(day.From, day.Until)];

    public DateTimeOffset? Rise(double sinAltitude) => Crossings(sinAltitude, climbing: true).FirstOrDefault();

    public DateTimeOffset? Set(double sinAltitude) => Crossings(sinAltitude, climbing: false).LastOrDefault();

    public DateTimeOffset? Noon() => OnTheDate(
        from half in halfDays
        where half.End.IsNoon
        select half.End.Instant).FirstOrDefault();

    /// <summary>Which side of an altitude the Sun begins the date on; neither on a date the zone has skipped.</summary>
    public Polar? Side(double sinAltitude) =>
        day.IsSkipped ? null : sky.SinAltitude(day.From) > sinAltitude ? Polar.Day : Polar.Night;

    private IEnumerable<DateTimeOffset?> Crossings(double sinAltitude, bool climbing) => OnTheDate(
        from half in halfDays
        where half.Climbs == climbing && half.Crosses(sinAltitude)
        select half.Crossing(sinAltitude, sky));

    private IEnumerable<DateTimeOffset?> OnTheDate(IEnumerable<double> instants) =>
        from instant in instants
        where day.Contains(instant)
        select (DateTimeOffset?)Epoch.At(instant);
}
