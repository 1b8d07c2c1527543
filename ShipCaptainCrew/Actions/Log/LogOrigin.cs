using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>The device and network address from which something was done.</summary>
/// <param name="Device">Short description of the browser or program that signed in; null without a session.</param>
/// <param name="Address">The network address; null when none was recorded.</param>
public sealed record LogOrigin(LocalizedText? Device, string? Address);
