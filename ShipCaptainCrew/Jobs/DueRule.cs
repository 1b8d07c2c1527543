namespace ShipCaptainCrew.Jobs;

/// <summary>A reminder rule that is due for a charter.</summary>
public sealed record DueRule
{
    public required Guid OperatorId { get; init; }

    public required Guid CharterId { get; init; }

    public required Guid? CharterTypeId { get; init; }

    /// <summary>How many hours before call time it is due.</summary>
    public required int Hours { get; init; }

    /// <summary>When it was due (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// The date of call time in the operator's time zone. It is part of the key, so a charter moved to another date is
    /// reminded of again.
    /// </summary>
    public required DateOnly CallDate { get; init; }

    public (Guid OperatorId, Guid Id) Charter => (OperatorId, CharterId);

    /// <summary>The key that claims one person's email.</summary>
    public string KeyFor(string rule, Guid? personId) =>
        $"{rule}|{Hours}h|{CharterId}|{personId}|{CallDate:yyyy-MM-dd}";
}
