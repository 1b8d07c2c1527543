namespace ShipCaptainCrew.Domain.Crew;

/// <summary>
/// Emails that a member can turn off: the daily summary, reminders before a charter, and open positions.
/// </summary>
public enum EmailPreference { Daily, Reminders, OpenPlaces }
