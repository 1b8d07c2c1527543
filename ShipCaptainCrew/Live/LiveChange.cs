namespace ShipCaptainCrew.Live;

/// <summary>
/// A change that is sent to subscribers. It says only that something changed, not what; each client then fetches what
/// it may see.
/// </summary>
public sealed record LiveChange(string Kind, Guid? CharterId, long Revision, DateTimeOffset At);
