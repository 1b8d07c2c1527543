using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Places a signed waiver on hold, so that it is not erased when its retention ends, and lifts the hold.
/// </summary>
public sealed class WaiverRetentionActions(AppDbContext db, Change change, TimeProvider clock)
{
    private const int LongestReason = 500;

    public Task<Outcome> Hold(Viewer viewer, Guid waiverId, Input input) =>
        On(viewer, waiverId, input, (retention, record, actor) =>
    {
        var reason = input.Text("reason", max: LongestReason, required: "Give a reason to keep it.");
        if (input.Refusal is { } invalid) return invalid;
        retention.Hold(reason!, record, actor);
        return null;
    });

    public Task<Outcome> Lift(Viewer viewer, Guid waiverId, Input input) =>
        On(viewer, waiverId, input, (retention, record, _) =>
    {
        retention.Release(record);
        return null;
    });

    private Task<Outcome> On(
        Viewer viewer, Guid waiverId, Input input, Func<WaiverRetention, WaiverRecord, Actor, Refusal?> apply) =>
        change.Run(input, async actor =>
    {
        if (await db.Waivers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == waiverId && row.Kind == RecordKind.Signed) is not { } record)
            return Refusal.NotFound();
        if ((viewer.MayNot(Right.KeepWaivers) ?? Lookups.Stale(viewer, clock)) is { } forbidden) return forbidden;
        if (await db.WaiverRetentions.FirstOrDefaultAsync(row => row.WaiverId == waiverId) is not { } retention)
            return Refusal.Conflict("erased", "This waiver was erased automatically; there is nothing left to keep.");
        return (input.Refusal ?? apply(retention, record, actor)) is { } refusal ? refusal : Outcome.Done(waiverId);
    });
}
