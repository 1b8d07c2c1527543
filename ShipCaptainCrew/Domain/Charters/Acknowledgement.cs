namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Who acknowledged something, and when (UTC).</summary>
public sealed record Acknowledgement(string Name, Guid? MemberId, DateTimeOffset At);
