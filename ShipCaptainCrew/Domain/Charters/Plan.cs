namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The fields of a charter that the office plans. Instants are UTC.</summary>
public sealed record Plan
{
    public required Guid VesselId { get; init; }

    /// <summary>The local date of departure.</summary>
    public required DateOnly Date { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset? Departure { get; init; }

    /// <summary>Whether the office set the time; otherwise it follows from the date.</summary>
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

    /// <summary>The longest duration of a charter.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>
    /// How long before an instant a charter that is still underway then can have begun: the longest duration, plus a
    /// day for clock changes. Queries use it to limit the range in which they look for charters.
    /// </summary>
    public static readonly TimeSpan LongestReach = Longest + TimeSpan.FromDays(1);

    /// <summary>The API names of the fields in which another plan differs from this one.</summary>
    public IEnumerable<string> Differing(Plan other) =>
        FieldDifferences.Differing(this, other).Select(name => ContractNames.GetValueOrDefault(name, name)).Distinct();
}
