namespace ShipCaptainCrew.Domain;

/// <summary>Who does something, and when (UTC). No member means the ship's own clock, or a guest by a link.</summary>
public readonly record struct By(Guid? MemberId, DateTimeOffset At)
{
    public Whence From { get; init; }
}

/// <summary>From where something is done: in which sign-in, and from which network address. The clock has neither.</summary>
public readonly record struct Whence(Guid? SessionId, string? Address);
