using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

public sealed record CharterCreated(Guid Id) : Announcement("charter.created", Id, Id);

/// <param name="Moved">Its time, vessel or meeting point changed, which the crew must hear of.</param>
public sealed record CharterChanged(Guid Id, IReadOnlyList<string> Fields, bool Moved) : Announcement("charter.changed", Id, Id);

/// <param name="AssignedPlaces">Places that were filled for their holders while it was a draft.</param>
public sealed record CharterPublished(Guid Id, IReadOnlyList<Guid> AssignedPlaces) : Announcement("charter.published", Id, Id);

public sealed record CharterCancelled(Guid Id, bool WasDraft) : Announcement("charter.cancelled", Id, Id);

public sealed record CharterDiscarded(Guid Id) : Announcement("charter.discarded", Id, Id);

public sealed record RoleClaimed(Guid Id, Guid PlaceId, CrewRole Role, Guid MemberId, bool InDraft) : Announcement("role.claimed", PlaceId, Id);

public sealed record RoleConfirmed(Guid Id, Guid PlaceId, CrewRole Role, Guid MemberId) : Announcement("role.confirmed", PlaceId, Id);

public sealed record RoleReleased(Guid Id, Guid PlaceId, CrewRole Role, Guid MemberId, bool InDraft) : Announcement("role.released", PlaceId, Id);
