using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>When a vessel and her crew are booked for a charter. Instants are UTC.</summary>
public sealed record BookedTime
{
    public required Guid CharterId { get; init; }

    public required Guid VesselId { get; init; }

    public required CharterStatus Status { get; init; }

    public required DateTimeOffset Departure { get; init; }

    public required DateTimeOffset? Return { get; init; }

    public required string TimeZone { get; init; }

    public required IReadOnlyList<BookedMember> Crew { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public DateTimeOffset End => Return ?? Departure;
}

/// <summary>A member with a position on a charter.</summary>
public sealed record BookedMember(Guid MemberId, CrewRole Role);

/// <summary>
/// Two charters that cannot both sail as planned: one vessel has both, counting her turnaround, or one person is on
/// both.
/// </summary>
/// <param name="First">The one that departs first.</param>
/// <param name="MemberId">The person; null if it is the vessel.</param>
/// <param name="Name">The name of the person or vessel.</param>
public sealed record Conflict(BookedTime First, BookedTime Second, Guid? MemberId, string Name)
{
    public bool IsOf(Guid charterId) => First.CharterId == charterId || Second.CharterId == charterId;

    public BookedTime OtherThan(Guid charterId) => First.CharterId == charterId ? Second : First;

    /// <summary>The person's role if it is the same on both; else null.</summary>
    public CrewRole? Role => RoleOn(First) is { } role && role == RoleOn(Second) ? role : null;

    private CrewRole? RoleOn(BookedTime charter) =>
        charter.Crew.FirstOrDefault(member => member.MemberId == MemberId)?.Role;
}
