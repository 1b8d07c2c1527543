using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Api;

/// <summary>Sun times of one local date; null for an event that does not happen on that date.</summary>
internal sealed record SunJson
{
    public required DateOnly Date { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public required string TimeZone { get; init; }

    public required DateTimeOffset? Sunrise { get; init; }

    public required DateTimeOffset? Sunset { get; init; }

    public required DateTimeOffset? CivilDawn { get; init; }

    public required DateTimeOffset? CivilDusk { get; init; }

    public required DateTimeOffset? SolarNoon { get; init; }

    public required Polar? Polar { get; init; }

    public static SunJson Of(SunDay day, string zone) => new()
    {
        Date = day.Date,
        Latitude = day.Latitude,
        Longitude = day.Longitude,
        TimeZone = zone,
        Sunrise = day.Sunrise,
        Sunset = day.Sunset,
        CivilDawn = day.CivilDawn,
        CivilDusk = day.CivilDusk,
        SolarNoon = day.SolarNoon,
        Polar = day.Polar,
    };
}
