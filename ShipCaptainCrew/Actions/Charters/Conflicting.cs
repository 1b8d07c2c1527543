namespace ShipCaptainCrew.Actions.Charters;

/// <summary>The charter that another one overlaps.</summary>
public sealed record Conflicting(Guid Id, string Title);
