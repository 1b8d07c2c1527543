namespace ShipCaptainCrew.Domain.Guests;

/// <summary>The text in one language: the source as typed, and the sanitized HTML that is shown.</summary>
/// <param name="Language">The two-letter language code, <c>en</c> or <c>es</c>.</param>
public sealed record WaiverText(string Language, string Source, string Html);
