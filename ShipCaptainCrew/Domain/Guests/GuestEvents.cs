namespace ShipCaptainCrew.Domain.Guests;

public sealed record GuestAdded(Guid Charter, Guid GuestId, GuestSource Source)
    : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.added";
}

public sealed record GuestChanged(Guid Charter, Guid GuestId, IReadOnlyList<string> Fields)
    : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.changed";
}

public sealed record GuestRemoved(Guid Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.removed";
}

public sealed record GuestPlaced(Guid Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.placed";
}

/// <summary>The age of a guest on the date of the charter is not that of the list; the list was corrected.</summary>
public sealed record GuestAgeChanged(Guid Charter, Guid GuestId, bool IsMinor)
    : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.age_changed";
}

/// <summary>The crew says that a waiting entry is of a guest on the list; the entry is removed.</summary>
public sealed record GuestMatched(Guid Charter, Guid GuestId, Guid WaitingId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.matched";
}

/// <summary>All guests who waited to be placed were removed.</summary>
public sealed record WaitingGuestsRemoved(Guid Charter, IReadOnlyList<Guid> GuestIds)
    : DomainEvent(LogKind, Charter, Charter)
{
    public const string LogKind = "guests.waiting_removed";
}

public sealed record GuestMarked(Guid Charter, Guid GuestId, GuestStatus Where) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "guest.marked";
}

public sealed record WaiverAsked(Guid Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "waiver.asked";
}

public sealed record WaiverSigned(Guid Charter, Guid GuestId, Guid WaiverId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "waiver.signed";
}

/// <summary>The guest's mailbox gets no more reminders to sign. The charter is null if the guest was removed.</summary>
public sealed record WaiverRemindersStopped(Guid? Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "waiver.reminders_stopped";
}

public sealed record WaiverRemindersResumed(Guid? Charter, Guid GuestId) : DomainEvent(LogKind, GuestId, Charter)
{
    public const string LogKind = "waiver.reminders_resumed";
}
