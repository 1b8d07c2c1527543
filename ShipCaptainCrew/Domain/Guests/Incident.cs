namespace ShipCaptainCrew.Domain.Guests;

public sealed record Incident(string What, Guid By, DateTimeOffset At);
