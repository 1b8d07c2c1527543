namespace ShipCaptainCrew.Domain.Crew;

/// <summary>The role of a crew member on a charter.</summary>
public enum CrewRole { Captain, FirstMate, Deckhand }
