namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>All that is told of a vessel.</summary>
public sealed record VesselDetails
{
    public required string Name { get; init; }

    /// <summary>
    /// Most passengers for hire; at most 6 where uninspected
    /// (46 USC 2101, uninspected passenger vessel under 100 tons).
    /// </summary>
    public required int PassengerCapacity { get; init; }

    public bool Inspected { get; init; } = true;

    /// <summary>Most persons on board, crew included.</summary>
    public int? MaxPersons { get; init; }

    /// <summary>Fewest crew to get under way with.</summary>
    public int? MinimumCrew { get; init; }

    /// <summary>Time needed between two charters.</summary>
    public int TurnaroundMinutes { get; init; } = 30;

    public bool NavigationLights { get; init; } = true;

    /// <summary>IANA name; the operator's where null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The operator's where null.</summary>
    public Port? HomePort { get; init; }

    public const int UninspectedLimit = 6;

    public static VesselDetails Read(Input input, VesselDetails? now = null)
    {
        var details = new VesselDetails
        {
            Name = input.Text("name", now?.Name, required: "Enter the vessel's name.") ?? "",
            PassengerCapacity = input.Whole(
                "passenger_capacity",
                now?.PassengerCapacity,
                min: 1,
                max: 5000,
                required: "Enter how many passengers she may carry.") ?? 0,
            Inspected = input.Flag("inspected", now?.Inspected ?? true, usual: true),
            MaxPersons = input.Whole("max_persons", now?.MaxPersons, 1, 6000),
            MinimumCrew = input.Whole("minimum_crew", now?.MinimumCrew, 1, 200),
            TurnaroundMinutes = input.Whole("turnaround_minutes", now?.TurnaroundMinutes ?? 30, 0, 1440) ?? 30,
            NavigationLights = input.Flag("navigation_lights", now?.NavigationLights ?? true, usual: true),
            TimeZone = input.TimeZone("time_zone", now?.TimeZone),
            HomePort = Port.Read(input.Part("home_port"), input.Clears("home_port") ? null : now?.HomePort),
        };
        details.Check(input);
        return details;
    }

    private void Check(Input input)
    {
        if (!Inspected && PassengerCapacity > UninspectedLimit)
        {
            input.Error("passenger_capacity",
                new LocalizedText("An uninspected vessel carries at most {0} passengers.", UninspectedLimit));
        }

        if (MaxPersons < PassengerCapacity)
        {
            input.Error("max_persons",
                "Persons on board counts passengers and crew, so it cannot be less than the passengers.");
        }
    }
}
