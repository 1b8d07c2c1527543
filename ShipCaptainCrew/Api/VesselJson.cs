using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Api;

/// <summary>A vessel.</summary>
internal sealed record VesselJson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required int PassengerCapacity { get; init; }

    public required bool Inspected { get; init; }

    public required int? MaxPersons { get; init; }

    public required int? MinimumCrew { get; init; }

    public required int TurnaroundMinutes { get; init; }

    public required bool NavigationLights { get; init; }

    public required string? TimeZone { get; init; }

    public required Port? HomePort { get; init; }

    public static VesselJson Of(Guid id, VesselDetails v) => new()
    {
        Id = id,
        Name = v.Name,
        PassengerCapacity = v.PassengerCapacity,
        Inspected = v.Inspected,
        MaxPersons = v.MaxPersons,
        MinimumCrew = v.MinimumCrew,
        TurnaroundMinutes = v.TurnaroundMinutes,
        NavigationLights = v.NavigationLights,
        TimeZone = v.TimeZone,
        HomePort = v.HomePort,
    };
}
