using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>What the departure gate checks for one charter, loaded the same way wherever it is used.</summary>
/// <param name="Vessel">The vessel it sails on.</param>
/// <param name="Checklists">All checklists of the charter, with their items, in order.</param>
/// <param name="Defects">The vessel's open defects, oldest first.</param>
/// <param name="Manifest">The charter's guests; empty when several charters were loaded at once.</param>
public sealed record GateInputs(
    Charter Charter, Vessel Vessel, IReadOnlyList<Checklist> Checklists, IReadOnlyList<Defect> Defects,
    GuestManifest Manifest)
{
    /// <summary>What keeps the charter from departing now; empty when nothing does.</summary>
    public IReadOnlyList<Blocker> Blockers => Gate.Of(Charter, Vessel, Checklists, Defects, Manifest);

    /// <summary>Head counts after the return that do not match the number who left.</summary>
    public IReadOnlyList<Blocker> MiscountedBack => [.. Manifest.CountsBack(Gate.CrewAboard(Charter))];

    /// <summary>Required items after the return that are not done yet.</summary>
    public IReadOnlyList<(Checklist List, ChecklistItem Item)> ToPutToBed => [.. ItemsLeft(Phase.PostReturn)];

    /// <summary>Required items of the checklists of a phase that are not done yet, in order.</summary>
    public IEnumerable<(Checklist List, ChecklistItem Item)> ItemsLeft(Phase phase) =>
        from list in Checklists
        where list.Phase == phase
        from item in list.Items
        where item.Required && item.State != ItemState.Complete
        select (list, item);

    public static async Task<GateInputs> Load(AppDbContext db, Charter charter) =>
        (await Load(db, [charter]))[0] with { Manifest = await GuestManifests.Of(db, charter) };

    /// <summary>Several charters, in the given order and without guests, with a fixed number of queries.</summary>
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
