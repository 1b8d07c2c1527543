namespace ShipCaptainCrew.Domain.Guests;

/// <summary>A child that somebody signs for.</summary>
public sealed record Child(string Name, DateOnly BirthDate);
