namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// The sun times on one calendar date at one place, in UTC to the second. A time is null if it does not occur on the
/// date. If it occurs twice, it is the first rising and the last setting, so that the daylight of the date lies between
/// them.
/// </summary>
public sealed record SunDay(DateOnly Date, double Latitude, double Longitude)
{
    public DateTimeOffset? CivilDawn { get; init; }
    public DateTimeOffset? Sunrise { get; init; }
    public DateTimeOffset? SolarNoon { get; init; }
    public DateTimeOffset? Sunset { get; init; }
    public DateTimeOffset? CivilDusk { get; init; }
    public Polar? Polar { get; init; }
}
