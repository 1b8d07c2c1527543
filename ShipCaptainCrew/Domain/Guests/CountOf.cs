namespace ShipCaptainCrew.Domain.Guests;

/// <summary>Whether people were counted at departure or at return.</summary>
public enum CountOf { Departure, Return }
