namespace ShipCaptainCrew.Domain.Guests;

/// <summary>The dates by which a waiver is signed, both local at the charter.</summary>
/// <param name="Sailing">The date of the charter. Guests who are 18 on it sign for themselves.</param>
public sealed record SigningDay(DateOnly Today, DateOnly Sailing);
