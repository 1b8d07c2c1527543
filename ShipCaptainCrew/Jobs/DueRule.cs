using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Jobs;

/// <summary>A reminder rule that is due for a charter.</summary>
/// <param name="Charter">Loaded without its positions.</param>
/// <param name="Hours">How many hours before call time it is due.</param>
/// <param name="At">When it was due (UTC).</param>
/// <param name="CallDate">
/// The date of call time in the operator's time zone. It is part of the key, so a charter moved to another date is
/// reminded of again.
/// </param>
public sealed record DueRule(Charter Charter, int Hours, DateTimeOffset At, DateOnly CallDate)
{
    /// <summary>The key that claims one person's email.</summary>
    public string KeyFor(string rule, Guid? personId) =>
        $"{rule}|{Hours}h|{Charter.Id}|{personId}|{CallDate:yyyy-MM-dd}";
}
