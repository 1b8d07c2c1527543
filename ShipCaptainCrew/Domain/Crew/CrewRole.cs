namespace ShipCaptainCrew.Domain.Crew;

/// <summary>What a person does aboard.</summary>
public enum CrewRole { Captain, FirstMate, Deckhand }
