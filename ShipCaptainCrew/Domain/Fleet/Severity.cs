namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>The severity of a defect.</summary>
public enum Severity { Minor, Serious, NoSail }
