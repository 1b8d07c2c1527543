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
        new(Right.ClaimPosition, Standing.OtherCrew, "Claim an open place one is qualified for, and give one's own up"),
        new(Right.WorkChecklist, Standing.CrewAboard, "Mark checklist items, raise a defect"),
        new(Right.SeeContact, Standing.CrewAboard, "See who booked, with address and phone"),
        new(Right.SeeGuests, Standing.CrewAboard,
            "See the guests' names, board them, count them, record the safety talk"),
        new(Right.RunLifecycle, Standing.Mate,
            "Open boarding, lines off, all fast, close, cancel, reinstate, take a move back, put times right, "
            + "close a defect"),
        new(Right.KeepGuests, Standing.Mate,
            "Keep the list of guests and their needs, make links, send the count ashore, note an incident"),
        new(Right.AssignCrew, Standing.Captain, "Put others on a place or take them off, nudge the crew"),
        new(Right.OverrideGate, Standing.Captain, "Sail although the gate is not all green, with a reason"),
        new(Right.AddChecklist, Standing.Captain, "Add a checklist to a charter"),
        new(Right.SeeLog, Standing.Captain, "Read the charter's log"),
        new(Right.SeeWaivers, Standing.Captain, "Read signed waivers as records, and prove them"),
        new(Right.SeeDrafts, Standing.Dispatcher, "See drafts"),
        new(Right.PlanCharters, Standing.Dispatcher, "Plan, change, publish, repeat and remove charters"),
        new(Right.KeepReferenceData, Standing.Dispatcher,
            "Keep vessels, charter types, checklist and waiver templates"),
        new(Right.InviteCrew, Standing.Dispatcher, "Invite, change, suspend and archive crew"),
        new(Right.SeeEmails, Standing.Dispatcher, "See what happened to emails, and send them again"),
        new(Right.SeeWholeLog, Standing.Dispatcher, "Read the operator's whole log"),
        new(Right.SeeOrigins, Standing.Dispatcher, "See in a log from which device and address something was done"),
        new(Right.TouchOffice, Standing.Owner, "Invite, change, suspend and archive owners and dispatchers"),
        new(Right.KeepOrders, Standing.Owner, "Change the settings, see the automatic jobs"),
        new(Right.KeepPrograms, Standing.Owner, "Create and revoke API tokens"),
        new(Right.KeepWaivers, Standing.Owner,
            "Keep the waiver book: search it, hold a record, check it, take it out as CSV"),
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
