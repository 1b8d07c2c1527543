namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The captain's decision to sail although the gate was not open.</summary>
public sealed record GateOverride(string Reason, Guid By, DateTimeOffset At);
