namespace ShipCaptainCrew.Domain.Charters;

/// <summary>What a type's departure holds on to: a clock time, or sunset of the day.</summary>
public enum DepartureRule { Fixed, Sunset }
