namespace ShipCaptainCrew.Domain;

/// <summary>Who does something, and when (UTC). No member means the ship's own clock.</summary>
public readonly record struct By(Guid? MemberId, DateTimeOffset At);
