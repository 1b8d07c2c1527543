namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>When a checklist is used.</summary>
public enum Phase { PreDeparture, Underway, PostReturn }
