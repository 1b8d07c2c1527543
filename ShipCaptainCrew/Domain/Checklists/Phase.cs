namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>When a checklist is worked.</summary>
public enum Phase { PreDeparture, Underway, PostReturn }
