namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>To do, started, done. When two changes conflict, the later state wins.</summary>
public enum ItemState { Pending, InProgress, Complete }
