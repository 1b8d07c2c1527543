namespace ShipCaptainCrew.Domain.Guests;

public sealed record Orientation(Guid By, DateTimeOffset At, string Topics);
