namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// A status change: the previous status, when it was saved (UTC) and by whom; no member means the scheduler.
/// </summary>
public sealed record StatusChange(CharterStatus From, DateTimeOffset At, Guid? By);
