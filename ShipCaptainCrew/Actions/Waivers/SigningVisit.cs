namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>How the signer reached the page, as far as the server knows.</summary>
/// <param name="ViewedAt">When the page was first shown (UTC), from a field of its form.</param>
public sealed record SigningVisit(
    string Language, string Kind, DateTimeOffset? ViewedAt, string? Ip, string? UserAgent);
