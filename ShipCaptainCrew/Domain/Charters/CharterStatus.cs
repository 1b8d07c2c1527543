namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Where a charter is in its life, in the order it passes through.</summary>
public enum CharterStatus { Draft, Scheduled, Boarding, Underway, Returned, Closed, Cancelled }

/// <summary>States that are asked for together, in memory and by the database.</summary>
public static class CharterStates
{
    /// <summary>Published, and lines off is still to come.</summary>
    public static readonly IReadOnlyList<CharterStatus> AwaitingDeparture =
        [CharterStatus.Scheduled, CharterStatus.Boarding];
}
