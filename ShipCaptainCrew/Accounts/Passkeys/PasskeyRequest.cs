namespace ShipCaptainCrew.Accounts.Passkeys;

/// <summary>The options for the authenticator, and the id of the challenge that its response must answer.</summary>
public sealed record PasskeyRequest(Guid Challenge, string OptionsJson);
