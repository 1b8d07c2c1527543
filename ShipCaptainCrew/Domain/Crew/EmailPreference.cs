namespace ShipCaptainCrew.Domain.Crew;

/// <summary>
/// Letters a member may do without: the daily one, reminders before a charter, and word of places to be claimed.
/// </summary>
public enum EmailPreference { Daily, Reminders, OpenPlaces }
