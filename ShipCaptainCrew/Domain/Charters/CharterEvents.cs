using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

public sealed record CharterCreated(Guid Id) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.created";
}

/// <param name="Moved">Its time, vessel or meeting point changed, which the crew must hear of.</param>
public sealed record CharterChanged(Guid Id, IReadOnlyList<string> Fields, bool Moved) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.changed";
}

/// <param name="AssignedPositions">Places that were filled for their holders while it was a draft.</param>
public sealed record CharterPublished(Guid Id, [property: JsonPropertyName("assigned_places")] IReadOnlyList<Guid> AssignedPositions) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.published";
}

public sealed record CharterCancelled(Guid Id, bool WasDraft) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.cancelled";
}

/// <summary>It was repeated, or is the repetition of another.</summary>
public sealed record CharterJoinedSeries(Guid Id, Guid SeriesId) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.joined_series";
}

public sealed record CharterDiscarded(Guid Id) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.discarded";
}

public sealed record RoleClaimed(Guid Id, [property: JsonPropertyName("place_id")] Guid PositionId, CrewRole Role, Guid MemberId, bool InDraft)
    : DomainEvent(LogKind, PositionId, Id)
{
    public const string LogKind = "role.claimed";
}

public sealed record RoleConfirmed(Guid Id, [property: JsonPropertyName("place_id")] Guid PositionId, CrewRole Role, Guid MemberId)
    : DomainEvent(LogKind, PositionId, Id)
{
    public const string LogKind = "role.confirmed";
}

public sealed record RoleReleased(Guid Id, [property: JsonPropertyName("place_id")] Guid PositionId, CrewRole Role, Guid MemberId, bool InDraft)
    : DomainEvent(LogKind, PositionId, Id)
{
    public const string LogKind = "role.released";
}

/// <summary>One step of its life, with the moment it was true (UTC), which may lie before it was told.</summary>
public sealed record CharterMoved(Guid Id, CharterStatus From, CharterStatus To, DateTimeOffset At, bool ByClock)
    : DomainEvent(LogKind(To), Id, Id)
{
    public static readonly IReadOnlyList<string> LogKinds =
    [
        LogKind(CharterStatus.Boarding),
        LogKind(CharterStatus.Underway),
        LogKind(CharterStatus.Returned),
        LogKind(CharterStatus.Closed),
    ];

    private static string LogKind(CharterStatus to) => $"charter.{WireNames.Name(to)}";
}

public sealed record MoveUndone(Guid Id, CharterStatus From, CharterStatus To, string? Reason)
    : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.undone";
}

/// <summary>An actual time was confirmed, or put right; what it was before stands here for good.</summary>
public sealed record TimeSet(Guid Id, string Field, DateTimeOffset? From, DateTimeOffset To, string? Reason)
    : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.time_set";
    public const string Departure = "actual_departure";
    public const string Return = "actual_return";
}

/// <summary>The captain sailed past lines of the gate.</summary>
public sealed record GateOverridden(Guid Id, IReadOnlyList<string> Codes, string Reason) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "gate.overridden";
}

/// <summary>Somebody had the crew mailed what they owe.</summary>
public sealed record CharterNudged(Guid Id) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.nudged";
}

/// <summary>Out past its return and the grace; those who must know are being told.</summary>
public sealed record CharterOverdue(Guid Id, DateTimeOffset Return) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.overdue";
}

/// <summary>Somebody ashore has taken it in hand.</summary>
public sealed record OverdueAcknowledged(Guid Id, Guid? MemberId) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.overdue_acknowledged";
}
