namespace ShipCaptainCrew.Domain.Charters;

/// <summary>A member's time on one charter (UTC), when they can be on no other.</summary>
public sealed record CrewEngagement(Guid MemberId, Guid CharterId, DateTimeOffset From, DateTimeOffset To);
