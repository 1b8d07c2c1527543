namespace ShipCaptainCrew.Accounts.Rights;

/// <summary>The rights; <see cref="RightsTable.Table"/> describes each one.</summary>
public enum Right
{
    SeeCharters,
    ClaimPosition,
    WorkChecklist,
    SeeContact,
    SeeGuests,
    RunLifecycle,
    KeepGuests,
    AssignCrew,
    OverrideGate,
    AddChecklist,
    SeeLog,
    SeeWaivers,
    SeeDrafts,
    PlanCharters,
    KeepReferenceData,
    InviteCrew,
    SeeEmails,
    SeeWholeLog,
    SeeOrigins,
    TouchOffice,
    KeepOrders,
    KeepPrograms,
    KeepWaivers,
}
