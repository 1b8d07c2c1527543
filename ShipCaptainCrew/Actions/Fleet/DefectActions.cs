using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Fleet;

/// <summary>
/// Defects of a vessel: her crew report them; those who run her charters and the office close them.
/// </summary>
public sealed class DefectActions(AppDbContext db, Change change)
{
    public Task<Outcome> Raise(Viewer viewer, Guid vesselId, Input input) => change.Run(input, async actor =>
    {
        if (!await db.Vessels.AnyAsync(row => row.Id == vesselId)) return Refusal.NotFound();
        var report = DefectReport.Read(input);
        var charter = report.CharterId is { } id ? await db.Charter(viewer, id) : null;
        if (!await May(viewer, Right.WorkChecklist, vesselId, charter)) return Refusal.Forbidden(Lookups.NotYours);
        if (report.CharterId is not null && charter?.VesselId != vesselId)
            input.Error("charter_id", "Charter not found for this vessel.");
        if (report.ItemId is { } item && !await IsOn(charter, item))
            input.Error("item_id", "Item not found on this charter.");
        if (input.Refusal is { } invalid) return invalid;
        var defect = new Defect(
            viewer.OperatorId, vesselId, report.What, report.Severity, report.CharterId, report.ItemId, actor);
        await db.AddAsync(defect);
        return Outcome.New(defect.Id);
    });

    public Task<Outcome> Close(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Defects.FirstOrDefaultAsync(row => row.Id == id) is not { } defect) return Refusal.NotFound();
        if (!await May(viewer, Right.RunLifecycle, defect.VesselId)) return Refusal.Forbidden(Lookups.NotYours);
        var remedy = input.Text("remedy", max: InputLimits.Text, required: "Say what was done about it.");
        if (input.Refusal is { } invalid) return invalid;
        defect.Close(remedy!, actor);
        return Outcome.Done(id);
    });

    /// <summary>
    /// Whether the viewer has the right on the given charter, or on any unfinished charter of this vessel.
    /// </summary>
    public async Task<bool> May(Viewer viewer, Right right, Guid vesselId, Charter? charter = null)
    {
        if (viewer.May(right, charter?.VesselId == vesselId ? charter : null)) return true;
        var mine = await db.Charters.AsNoTracking()
            .Where(row => row.VesselId == vesselId
                && row.Status != CharterStatus.Draft
                && row.Status != CharterStatus.Closed
                && row.Status != CharterStatus.Cancelled
                && row.Positions.Any(position => position.MemberId == viewer.MemberId))
            .ToListAsync();
        return mine.Exists(row => viewer.May(right, row));
    }

    private async Task<bool> IsOn(Charter? charter, Guid itemId) => charter is not null
        && await db.Checklists.AnyAsync(
            list => list.CharterId == charter.Id && list.Items.Any(item => item.Id == itemId));
}
