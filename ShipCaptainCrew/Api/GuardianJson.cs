namespace ShipCaptainCrew.Api;

internal sealed record GuardianJson(string Name, string Relationship);
