namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>All that is told of a vessel.</summary>
/// <param name="PassengerCapacity">Most passengers for hire; at most 6 where uninspected (46 USC 2101, uninspected passenger vessel under 100 tons).</param>
/// <param name="MaxPersons">Most persons on board, crew included.</param>
/// <param name="MinimumCrew">Fewest crew to get under way with.</param>
/// <param name="TurnaroundMinutes">Time needed between two charters.</param>
/// <param name="TimeZone">IANA name; the operator's where null.</param>
public sealed record VesselDetails(
    string Name,
    int PassengerCapacity,
    bool Inspected = true,
    int? MaxPersons = null,
    int? MinimumCrew = null,
    int TurnaroundMinutes = 30,
    bool NavigationLights = true,
    string? TimeZone = null)
{
    /// <summary>The operator's where null.</summary>
    public Port? HomePort { get; init; }

    public const int UninspectedLimit = 6;

    public static VesselDetails Read(Input input, VesselDetails? now = null)
    {
        var details = new VesselDetails(
            input.Text("name", now?.Name, required: "Enter the vessel's name.") ?? "",
            input.Whole("passenger_capacity", now?.PassengerCapacity, 1, 5000, required: "Enter how many passengers she may carry.") ?? 0,
            input.Flag("inspected", now?.Inspected ?? true, usual: true),
            input.Whole("max_persons", now?.MaxPersons, 1, 6000),
            input.Whole("minimum_crew", now?.MinimumCrew, 1, 200),
            input.Whole("turnaround_minutes", now?.TurnaroundMinutes ?? 30, 0, 1440) ?? 30,
            input.Flag("navigation_lights", now?.NavigationLights ?? true, usual: true),
            input.TimeZone("time_zone", now?.TimeZone))
        {
            HomePort = Port.Read(input.Part("home_port"), input.Clears("home_port") ? null : now?.HomePort),
        };
        details.Check(input);
        return details;
    }

    private void Check(Input input)
    {
        if (!Inspected && PassengerCapacity > UninspectedLimit)
        {
            input.Error("passenger_capacity", new Words("An uninspected vessel carries at most {0} passengers.", UninspectedLimit));
        }

        if (MaxPersons < PassengerCapacity)
        {
            input.Error("max_persons", "Persons on board counts passengers and crew, so it cannot be less than the passengers.");
        }
    }
}
