namespace ShipCaptainCrew.Domain;

/// <summary>Who does something, and when (UTC). No member means the ship's own clock, or a guest by a link.</summary>
public readonly record struct Actor(Guid? MemberId, DateTimeOffset At)
{
    public RequestOrigin From { get; init; }
}

/// <summary>
/// From where something is done: in which sign-in, and from which network address. The clock has neither.
/// </summary>
public readonly record struct RequestOrigin(Guid? SessionId, string? Address);
