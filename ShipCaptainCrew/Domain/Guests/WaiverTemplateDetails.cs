namespace ShipCaptainCrew.Domain.Guests;

/// <summary>The details of a waiver template. The caller sanitizes the HTML.</summary>
public sealed record WaiverTemplateDetails(string Name, IReadOnlyList<WaiverText> Texts);
