namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>What a signed link allows its holder to do without signing in.</summary>
public enum LinkKind
{
    /// <summary>Confirm or decline one's own position on a charter.</summary>
    Presence,

    /// <summary>See an overdue charter and what a Coast Guard call needs, and acknowledge it.</summary>
    Overdue,

    /// <summary>Read and sign one guest's waiver, and see the receipt; or only see one receipt.</summary>
    Waiver,

    /// <summary>Add guests to a charter's party; the crew then confirms.</summary>
    Party,

    /// <summary>Add oneself at the dock; the crew then confirms.</summary>
    Dock,

    /// <summary>Turn a member's daily email off and on.</summary>
    StopDaily,

    /// <summary>Turn a member's reminders before call time off and on.</summary>
    StopReminders,

    /// <summary>Turn the reminders to sign a waiver off and on, for a guest's mailbox.</summary>
    StopWaiverReminders,
}
