namespace ShipCaptainCrew.Domain.Charters;

/// <summary>A charter's own fields, as the office plans them. Instants are UTC.</summary>
public sealed record Plan
{
    public required Guid VesselId { get; init; }

    /// <summary>The local date of departure.</summary>
    public required DateOnly Date { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset? Departure { get; init; }

    /// <summary>The office chose the time itself; otherwise it follows the date.</summary>
    public bool DepartureGiven { get; init; }

    public DateTimeOffset? Return { get; init; }

    public bool ReturnGiven { get; init; }

    public string? MeetingPoint { get; init; }

    public DateTimeOffset? GuestsArriveAt { get; init; }

    public required Contact Contact { get; init; }

    public string? Reference { get; init; }

    public int? GuestsExpected { get; init; }

    public string? Notes { get; init; }

    private static readonly Dictionary<string, string> ContractNames = new()
    {
        ["date"] = "event_date",
        ["departure"] = "departure_time",
        ["departure_given"] = "departure_time",
        ["return"] = "return_time",
        ["return_given"] = "return_time",
    };

    /// <summary>How long a charter may last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>
    /// How long before an instant a charter may have begun that still lasts then: the longest one, and a day more for
    /// clocks that change in between. Queries use it to bound where they look for charters by their beginning.
    /// </summary>
    public static readonly TimeSpan LongestReach = Longest + TimeSpan.FromDays(1);

    /// <summary>Names the fields in which another plan differs from this one.</summary>
    public IEnumerable<string> Differing(Plan other) =>
        FieldDifferences.Differing(this, other).Select(name => ContractNames.GetValueOrDefault(name, name)).Distinct();
}
