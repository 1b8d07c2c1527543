namespace ShipCaptainCrew.Domain.Charters;

/// <summary>What the departure of a type depends on: a local time, or the sunset of the day.</summary>
public enum DepartureRule { Fixed, Sunset }
