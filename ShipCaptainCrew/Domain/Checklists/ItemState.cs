namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>To do, started, done: later ones win over earlier ones when two people meet.</summary>
public enum ItemState { Pending, InProgress, Complete }
