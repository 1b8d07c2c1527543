namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The status of a charter, in the order in which it changes. The order is stored: do not change it.</summary>
public enum CharterStatus { Draft, Scheduled, Boarding, Underway, Returned, Closed, Cancelled }

/// <summary>Groups of statuses that code and database queries share.</summary>
public static class CharterStates
{
    /// <summary>Published and not departed.</summary>
    public static readonly IReadOnlyList<CharterStatus> AwaitingDeparture =
        [CharterStatus.Scheduled, CharterStatus.Boarding];

    /// <summary>From boarding until it is put to bed.</summary>
    public static readonly IReadOnlyList<CharterStatus> Begun =
        [CharterStatus.Boarding, CharterStatus.Underway, CharterStatus.Returned];
}
