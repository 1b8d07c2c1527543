namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// The proof for a sign-in: the link from the email, and the ask token of the browser or the code from the email.
/// </summary>
/// <param name="Operator">The slug of the operator to sign in to; null for the one used last.</param>
public sealed record Proof(string? Token, string? Ask, string? Code, string? Name, string? Operator = null);
