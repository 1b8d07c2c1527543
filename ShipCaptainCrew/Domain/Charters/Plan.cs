namespace ShipCaptainCrew.Domain.Charters;

/// <summary>A charter's own fields, as the office plans them. Instants are UTC.</summary>
/// <param name="Date">The local date of departure.</param>
/// <param name="DepartureGiven">The office chose the time itself; otherwise it follows the date.</param>
public sealed record Plan(
    Guid VesselId,
    DateOnly Date,
    string Title,
    DateTimeOffset? Departure,
    bool DepartureGiven,
    DateTimeOffset? Return,
    bool ReturnGiven,
    string? MeetingPoint,
    DateTimeOffset? GuestsArriveAt,
    Contact Contact,
    string? Reference,
    int? GuestsExpected,
    string? Notes)
{
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
    /// How long before an instant a charter may have begun that still lasts then: the longest one, and a day more for clocks that change
    /// meanwhile. It bounds what is looked for by its beginning.
    /// </summary>
    public static readonly TimeSpan LongestReach = Longest + TimeSpan.FromDays(1);

    /// <summary>Names the fields in which another plan differs from this one.</summary>
    public IEnumerable<string> Differing(Plan other) =>
        Fields.Differing(this, other).Select(name => ContractNames.GetValueOrDefault(name, name)).Distinct();
}
