using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

public sealed record CharterCreated(Guid Id) : Announcement("charter.created", Id, Id);

/// <param name="Moved">Its time, vessel or meeting point changed, which the crew must hear of.</param>
public sealed record CharterChanged(Guid Id, IReadOnlyList<string> Fields, bool Moved) : Announcement("charter.changed", Id, Id);

/// <param name="AssignedPlaces">Places that were filled for their holders while it was a draft.</param>
public sealed record CharterPublished(Guid Id, IReadOnlyList<Guid> AssignedPlaces) : Announcement("charter.published", Id, Id);

public sealed record CharterCancelled(Guid Id, bool WasDraft) : Announcement("charter.cancelled", Id, Id);

/// <summary>It was repeated, or is the repetition of another.</summary>
public sealed record CharterJoinedSeries(Guid Id, Guid SeriesId) : Announcement("charter.joined_series", Id, Id);

public sealed record CharterDiscarded(Guid Id) : Announcement("charter.discarded", Id, Id);

public sealed record RoleClaimed(Guid Id, Guid PlaceId, CrewRole Role, Guid MemberId, bool InDraft) : Announcement("role.claimed", PlaceId, Id);

public sealed record RoleConfirmed(Guid Id, Guid PlaceId, CrewRole Role, Guid MemberId) : Announcement("role.confirmed", PlaceId, Id);

public sealed record RoleReleased(Guid Id, Guid PlaceId, CrewRole Role, Guid MemberId, bool InDraft) : Announcement("role.released", PlaceId, Id);

/// <summary>One step of its life, with the moment it was true (UTC), which may lie before it was told.</summary>
public sealed record CharterMoved(Guid Id, CharterStatus From, CharterStatus To, DateTimeOffset At, bool ByClock) : Announcement($"charter.{Wire.Name(To)}", Id, Id);

public sealed record MoveUndone(Guid Id, CharterStatus From, CharterStatus To, string? Reason) : Announcement("charter.undone", Id, Id);

/// <summary>An actual time was confirmed, or put right; what it was before stands here for good.</summary>
public sealed record TimeSet(Guid Id, string Field, DateTimeOffset? From, DateTimeOffset To, string? Reason) : Announcement("charter.time_set", Id, Id);

/// <summary>The captain sailed past lines of the gate.</summary>
public sealed record GateOverridden(Guid Id, IReadOnlyList<string> Codes, string Reason) : Announcement("gate.overridden", Id, Id);

/// <summary>Somebody had the crew mailed what they owe.</summary>
public sealed record CharterNudged(Guid Id) : Announcement("charter.nudged", Id, Id);

/// <summary>Out past its return and the grace; those who must know are being told.</summary>
public sealed record CharterOverdue(Guid Id, DateTimeOffset Return) : Announcement("charter.overdue", Id, Id);

/// <summary>Somebody ashore has taken it in hand.</summary>
public sealed record OverdueAcknowledged(Guid Id, Guid? MemberId) : Announcement("charter.overdue_acknowledged", Id, Id);
