namespace ShipCaptainCrew.Actions.Crew;

/// <summary>A member who holds a position.</summary>
public sealed record Holder(Guid Id, string Name);
