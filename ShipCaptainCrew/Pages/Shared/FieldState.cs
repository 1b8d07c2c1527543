using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>The name of an input, the value it shows, and its error; null if there is none.</summary>
public sealed record FieldState(string Name, string? Value, LocalizedText? Error);
