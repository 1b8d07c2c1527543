namespace ShipCaptainCrew.Api;

internal sealed record WaiverStatusJson(string Status, DateTimeOffset? SignedAt, Guid? WaiverId);
