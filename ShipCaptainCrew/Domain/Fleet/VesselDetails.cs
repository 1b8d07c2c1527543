using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>The details of a vessel.</summary>
public sealed record VesselDetails
{
    public required string Name { get; init; }

    /// <summary>
    /// The largest number of passengers for hire; 6 for an uninspected passenger vessel under 100 tons (46 USC 2101).
    /// </summary>
    public required int PassengerCapacity { get; init; }

    public bool Inspected { get; init; } = true;

    /// <summary>The largest number of persons on board, crew included.</summary>
    public int? MaxPersons { get; init; }

    /// <summary>The smallest crew to get under way with.</summary>
    public int? MinimumCrew { get; init; }

    /// <summary>Minutes needed between two charters.</summary>
    public int TurnaroundMinutes { get; init; } = 30;

    public bool NavigationLights { get; init; } = true;

    /// <summary>IANA name; null for the operator's time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Null for the operator's home port.</summary>
    public Port? HomePort { get; init; }

    public const int UninspectedLimit = 6;

    public static VesselDetails Read(Input input, VesselDetails? current = null)
    {
        var details = new VesselDetails
        {
            Name = input.Text("name", current?.Name, required: "Enter the vessel's name.") ?? "",
            PassengerCapacity = input.Whole(
                "passenger_capacity",
                current?.PassengerCapacity,
                min: 1,
                max: 5000,
                required: "Enter how many passengers she can carry.") ?? 0,
            Inspected = input.Flag("inspected", current?.Inspected ?? true, whenCleared: true),
            MaxPersons = input.Whole("max_persons", current?.MaxPersons, 1, 6000),
            MinimumCrew = input.Whole("minimum_crew", current?.MinimumCrew, 1, 200),
            TurnaroundMinutes = input.Whole("turnaround_minutes", current?.TurnaroundMinutes ?? 30, 0, 1440) ?? 30,
            NavigationLights = input.Flag("navigation_lights", current?.NavigationLights ?? true, whenCleared: true),
            TimeZone = input.TimeZone("time_zone", current?.TimeZone),
            HomePort = Port.Read(input.Part("home_port"), input.Clears("home_port") ? null : current?.HomePort),
        };
        details.Check(input);
        if (input.Refusal is null && (details.TimeZone, details.HomePort) != (current?.TimeZone, current?.HomePort))
            details.AskAboutZone(input);
        return details;
    }

    private void AskAboutZone(Input input)
    {
        if (TimeZone is { } zone && HomePort is { } port) PortZone.Ask(input, port, zone);
    }

    private void Check(Input input)
    {
        if (!Inspected && PassengerCapacity > UninspectedLimit)
        {
            input.Error("passenger_capacity",
                new LocalizedText("An uninspected vessel can carry at most {0} passengers.", UninspectedLimit));
        }

        if (MaxPersons < PassengerCapacity)
        {
            input.Error("max_persons",
                "Persons on board counts passengers and crew, so it cannot be less than the passengers.");
        }
    }
}
