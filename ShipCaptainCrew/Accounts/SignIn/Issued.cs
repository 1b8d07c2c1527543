namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>The secrets of a link, which exist only in its email. Not every link has a code.</summary>
public sealed record Issued(string Token, string Code = "");
