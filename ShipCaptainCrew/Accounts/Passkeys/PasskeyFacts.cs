namespace ShipCaptainCrew.Accounts.Passkeys;

/// <summary>What an email about a passkey stores about its trigger.</summary>
public sealed record PasskeyFacts(bool Added);
