namespace ShipCaptainCrew.Pages.Charters;

/// <summary>A field that someone else changed while the user was editing.</summary>
public sealed record Difference(string Field, string Mine, string Theirs, string? By, DateTimeOffset At);
