namespace ShipCaptainCrew.Domain.Guests;

/// <param name="Guests">How many boarded guests it had.</param>
/// <param name="To">Who it was sent to, as a name or email address.</param>
public sealed record SentAshore(Guid By, DateTimeOffset At, int Guests, string To);
