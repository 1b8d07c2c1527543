using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// What the departure gate asks about one charter. Everything that shows or checks the gate loads it here.
/// </summary>
/// <param name="Vessel">The vessel it sails on.</param>
/// <param name="Checklists">All of the charter's, with their items, in order.</param>
/// <param name="Defects">The vessel's open ones, the oldest first.</param>
/// <param name="Manifest">The charter's guests; nobody where several charters were loaded at once.</param>
public sealed record GateInputs(
    Charter Charter, Vessel Vessel, IReadOnlyList<Checklist> Checklists, IReadOnlyList<Defect> Defects,
    GuestManifest Manifest)
{
    /// <summary>What holds the boat now; empty where nothing does.</summary>
    public IReadOnlyList<Blocker> Blockers => Gate.Of(Charter, Vessel, Checklists, Defects, Manifest);

    /// <summary>What is wrong with the head count after the return: as many come back as went out.</summary>
    public IReadOnlyList<Blocker> MiscountedBack => [.. Manifest.CountsBack(Gate.CrewAboard(Charter))];

    /// <summary>What is required after the return and not done yet.</summary>
    public IReadOnlyList<(Checklist List, ChecklistItem Item)> ToPutToBed =>
    [
        .. from list in Checklists
           where list.Phase == Phase.PostReturn
           from item in list.Items
           where item.Required && item.State != ItemState.Complete
           select (list, item),
    ];

    public static async Task<GateInputs> Load(AppDbContext db, Charter charter) =>
        (await Load(db, [charter]))[0] with { Manifest = await GuestManifests.Of(db, charter) };

    /// <summary>Of several charters, in their order and without their guests, by a fixed number of queries.</summary>
    public static async Task<IReadOnlyList<GateInputs>> Load(AppDbContext db, IReadOnlyList<Charter> charters)
    {
        var ids = charters.Select(charter => charter.Id).ToList();
        var vesselIds = charters.Select(charter => charter.VesselId).Distinct().ToList();
        var vessels = await db.Vessels.AsNoTracking().Where(row => vesselIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        var lists = await db.Checklists.AsNoTracking().Include(row => row.Items.OrderBy(item => item.Ordinal))
            .Where(row => ids.Contains(row.CharterId)).OrderBy(row => row.Ordinal).ToListAsync();
        var defects = await db.Defects.AsNoTracking()
            .Where(row => vesselIds.Contains(row.VesselId) && row.ClosedAt == null)
            .OrderBy(row => row.RaisedAt).ToListAsync();
        var byCharter = lists.ToLookup(list => list.CharterId);
        var byVessel = defects.ToLookup(defect => defect.VesselId);
        return
        [
            .. charters.Select(charter => new GateInputs(
                charter,
                vessels[charter.VesselId],
                [.. byCharter[charter.Id]],
                [.. byVessel[charter.VesselId]],
                GuestManifest.Nobody)),
        ];
    }
}
