using System.Text.Json.Serialization;

namespace ShipCaptainCrew.Domain.Charters;

public sealed record CharterCreated(Guid Id) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.created";
}

/// <param name="Moved">
/// Whether its date, time, vessel or meeting point changed, about which the crew is notified.
/// </param>
public sealed record CharterChanged(Guid Id, IReadOnlyList<string> Fields, bool Moved) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.changed";

    /// <summary>Whether guests are notified: also if only their own arrival time changed.</summary>
    public bool ConcernsGuests() => Moved || Fields.Contains("guests_arrive_at");
}

/// <param name="AssignedPositions">Positions that were assigned to their holders while it was a draft.</param>
public sealed record CharterPublished(
    Guid Id,
    [property: JsonPropertyName("assigned_places")] IReadOnlyList<Guid> AssignedPositions)
    : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.published";
}

public sealed record CharterCancelled(Guid Id, bool WasDraft) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.cancelled";
}

/// <summary>The cancellation was withdrawn.</summary>
/// <param name="To">Scheduled, or draft if it was cancelled as a draft.</param>
public sealed record CharterReinstated(Guid Id, CharterStatus To) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.reinstated";
}

/// <summary>It became part of a series, as the model or as a repetition.</summary>
public sealed record CharterJoinedSeries(Guid Id, Guid SeriesId) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.joined_series";
}

public sealed record CharterDiscarded(Guid Id) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.discarded";
}

/// <summary>
/// A status change, with the time at which it happened (UTC), which may be earlier than when it was entered.
/// </summary>
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

/// <summary>An actual time was confirmed or corrected, with the previous value.</summary>
public sealed record TimeSet(Guid Id, string Field, DateTimeOffset? From, DateTimeOffset To, string? Reason)
    : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.time_set";
    public const string Departure = "actual_departure";
    public const string Return = "actual_return";
}

/// <summary>The captain sailed although the gate was not open.</summary>
public sealed record GateOverridden(Guid Id, IReadOnlyList<string> Codes, string Reason) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "gate.overridden";
}

/// <summary>It was closed although required items were open or head counts did not match.</summary>
public sealed record ClosedIncomplete(Guid Id, IReadOnlyList<string> Codes, string? Reason)
    : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.closed_incomplete";
}

/// <summary>A person sent reminders of open tasks to the crew.</summary>
public sealed record CharterNudged(Guid Id) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.nudged";
}

/// <summary>It is past its return and the grace period; the overdue emails start.</summary>
public sealed record CharterOverdue(Guid Id, DateTimeOffset Return) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.overdue";
}

/// <summary>Somebody acknowledged that it is overdue.</summary>
public sealed record OverdueAcknowledged(Guid Id, Guid? MemberId) : DomainEvent(LogKind, Id, Id)
{
    public const string LogKind = "charter.overdue_acknowledged";
}
