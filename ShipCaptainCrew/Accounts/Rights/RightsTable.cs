using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.Rights;

/// <summary>
/// The single table of rights, used by pages and the API. <c>docs/rights.md</c> is generated from it.
/// </summary>
public static class RightsTable
{
    public static readonly IReadOnlyList<RightRow> Table =
    [
        new(Right.SeeCharters, Standing.OtherCrew, "See published charters, without their guests"),
        new(Right.ClaimPosition, Standing.OtherCrew, "Claim an open role they are qualified for, and give up their "
            + "own"),
        new(Right.WorkChecklist, Standing.CrewAboard, "Mark checklist items, report a problem"),
        new(Right.SeeContact, Standing.CrewAboard, "See who booked, with address and phone"),
        new(Right.SeeGuests, Standing.CrewAboard,
            "See the guests' names, board them, count them, record the safety talk"),
        new(Right.RunLifecycle, Standing.Mate,
            "Open boarding, lines off, all fast, close, cancel, reinstate, undo a step, correct the times, close a "
            + "problem"),
        new(Right.KeepGuests, Standing.Mate,
            "Manage the guest list and guests' needs, make links, send the count ashore, record an incident"),
        new(Right.AssignCrew, Standing.Captain, "Assign others to a role or take them off, nudge the crew"),
        new(Right.OverrideGate, Standing.Captain, "Leave anyway, with a reason, while something is left to do"),
        new(Right.AddChecklist, Standing.Captain, "Add a checklist to a charter"),
        new(Right.SeeLog, Standing.Captain, "Read the charter's log"),
        new(Right.SeeWaivers, Standing.Captain, "Read signed waivers as records, and download proof packs"),
        new(Right.SeeDrafts, Standing.Dispatcher, "See drafts"),
        new(Right.PlanCharters, Standing.Dispatcher, "Plan, change, publish, repeat and remove charters"),
        new(Right.KeepReferenceData, Standing.Dispatcher,
            "Manage vessels, charter types, checklist and waiver templates"),
        new(Right.InviteCrew, Standing.Dispatcher, "Invite, change, suspend and archive crew"),
        new(Right.SeeEmails, Standing.Dispatcher, "See what happened to emails, and send them again"),
        new(Right.SeeWholeLog, Standing.Dispatcher, "Read the operator's whole log"),
        new(Right.SeeOrigins, Standing.Dispatcher, "See in a log from which device and address something was done"),
        new(Right.TouchOffice, Standing.Owner, "Invite, change, suspend and archive owners and dispatchers"),
        new(Right.KeepOrders, Standing.Owner, "Change the settings, see the automatic jobs"),
        new(Right.KeepPrograms, Standing.Owner, "Create and revoke API tokens"),
        new(Right.KeepWaivers, Standing.Owner,
            "Manage signed waivers: search them, put one on hold, check them, download them as CSV"),
    ];

    private static readonly Dictionary<Right, Standing> LeastStanding =
        Table.ToDictionary(row => row.Right, row => row.Least);

    public static bool Allow(Standing standing, Right right) => standing >= LeastStanding[right];

    /// <summary>A move that only the office may make can be undone only by the office.</summary>
    public static Right RightToUndo(this Charter charter) =>
        charter.LastMove?.From == CharterStatus.Draft ? Right.PlanCharters : Right.RunLifecycle;

    public static Standing StandingOf(MemberRole role, Guid memberId, Charter? charter) => role switch
    {
        MemberRole.Owner => Standing.Owner,
        MemberRole.Dispatcher => Standing.Dispatcher,
        _ => charter?.PositionOf(memberId)?.Role switch
        {
            CrewRole.Captain => Standing.Captain,
            CrewRole.FirstMate => Standing.Mate,
            CrewRole.Deckhand => Standing.CrewAboard,
            _ => Standing.OtherCrew,
        },
    };
}
