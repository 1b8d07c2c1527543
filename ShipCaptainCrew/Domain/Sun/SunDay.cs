namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// What the Sun does on one calendar date at one place, in UTC to the second. An instant is null where none falls on
/// the date; where two do, it is the first rising and the last setting, the ones that the date's own daylight lies
/// between.
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
