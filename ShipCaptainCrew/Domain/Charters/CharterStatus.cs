namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Where a charter is in its life, in the order it passes through.</summary>
public enum CharterStatus { Draft, Scheduled, Boarding, Underway, Returned, Closed, Cancelled }
