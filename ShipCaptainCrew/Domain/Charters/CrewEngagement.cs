namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The time (UTC) that a member is on one charter and cannot be on another.</summary>
public sealed record CrewEngagement(Guid MemberId, Guid CharterId, DateTimeOffset From, DateTimeOffset To);
