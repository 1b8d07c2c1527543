namespace ShipCaptainCrew.Domain;

/// <summary>
/// Who does something, and when (UTC). The member is null for the scheduler and for a guest with a link.
/// </summary>
public readonly record struct Actor(Guid? MemberId, DateTimeOffset At)
{
    public RequestOrigin From { get; init; }
}

/// <summary>The session and network address that a request came from. The scheduler has neither.</summary>
public readonly record struct RequestOrigin(Guid? SessionId, string? Address);
