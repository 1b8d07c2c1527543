namespace ShipCaptainCrew.Live;

/// <summary>
/// A change that subscribers are told about: only that something changed, not what. Each client then fetches what it
/// may see.
/// </summary>
public sealed record LiveChange(string Kind, Guid? CharterId, long Revision, DateTimeOffset At);
