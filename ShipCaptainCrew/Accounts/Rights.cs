using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts;

/// <summary>Who somebody is towards one charter or, without one, towards the operator. Each may do all that those before may.</summary>
public enum Standing { OtherCrew, CrewAboard, Mate, Captain, Dispatcher, Owner }

public enum Right
{
    SeeCharters,
    ClaimPlace,
    WorkChecklist,

    /// <summary>Who booked, and their address and phone.</summary>
    SeeContact,

    /// <summary>The guests' names, and taking them aboard.</summary>
    SeeGuests,

    RunLifecycle,

    /// <summary>The list of guests, their needs, counts and what is sent ashore.</summary>
    KeepGuests,
    AssignCrew,

    /// <summary>Sail although the gate is not all green, with a reason.</summary>
    OverrideGate,
    AddChecklist,
    SeeLog,
    SeeDrafts,
    PlanCharters,
    KeepReferenceData,
    InviteCrew,
    SeeLetters,
    TouchOffice,

    /// <summary>Standing orders and the schedule of duties.</summary>
    KeepOrders,

    /// <summary>Named ways in for programs.</summary>
    KeepPrograms,

    /// <summary>Signed waivers as records: reading them, proving them.</summary>
    SeeWaivers,

    /// <summary>How long they are kept, and holding them longer.</summary>
    KeepWaivers,
}

/// <summary>The one table of who may do what, used by pages and programs alike.</summary>
public static class Rights
{
    private static readonly Dictionary<Right, Standing> LeastStanding = new()
    {
        [Right.SeeCharters] = Standing.OtherCrew,
        [Right.ClaimPlace] = Standing.OtherCrew,
        [Right.WorkChecklist] = Standing.CrewAboard,
        [Right.SeeContact] = Standing.CrewAboard,
        [Right.SeeGuests] = Standing.CrewAboard,
        [Right.KeepGuests] = Standing.Mate,
        [Right.RunLifecycle] = Standing.Mate,
        [Right.AssignCrew] = Standing.Captain,
        [Right.OverrideGate] = Standing.Captain,
        [Right.AddChecklist] = Standing.Captain,
        [Right.SeeLog] = Standing.Captain,
        [Right.SeeDrafts] = Standing.Dispatcher,
        [Right.PlanCharters] = Standing.Dispatcher,
        [Right.KeepReferenceData] = Standing.Dispatcher,
        [Right.InviteCrew] = Standing.Dispatcher,
        [Right.SeeLetters] = Standing.Dispatcher,
        [Right.TouchOffice] = Standing.Owner,
        [Right.KeepOrders] = Standing.Owner,
        [Right.KeepPrograms] = Standing.Owner,
        [Right.SeeWaivers] = Standing.Captain,
        [Right.KeepWaivers] = Standing.Owner,
    };

    public static bool Allow(Standing standing, Right right) => standing >= LeastStanding[right];

    /// <summary>What the office alone may do, it alone takes back.</summary>
    public static Right RightToUndo(this Charter charter) => charter.LastMove?.From == CharterStatus.Draft ? Right.PlanCharters : Right.RunLifecycle;

    public static Standing StandingOf(Viewer viewer, Charter? charter) => viewer.Role switch
    {
        MemberRole.Owner => Standing.Owner,
        MemberRole.Dispatcher => Standing.Dispatcher,
        _ => charter?.PlaceOf(viewer.MemberId)?.Role switch
        {
            CrewRole.Captain => Standing.Captain,
            CrewRole.FirstMate => Standing.Mate,
            CrewRole.Deckhand => Standing.CrewAboard,
            _ => Standing.OtherCrew,
        },
    };
}
