using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>Ordering that a signed waiver must not go when its time is over, and lifting that.</summary>
public sealed class WaiverKeepingActions(ShipDb db, Change change, TimeProvider clock)
{
    private const int LongestReason = 500;

    public Task<Outcome> Hold(Viewer viewer, Guid waiverId, Input input) => On(viewer, waiverId, input, (keeping, record, by) =>
    {
        var reason = input.Text("reason", max: LongestReason, required: "Say why it must be kept.");
        if (input.Refusal is { } bad) return bad;
        keeping.Hold(reason!, record, by);
        return null;
    });

    public Task<Outcome> Lift(Viewer viewer, Guid waiverId, Input input) => On(viewer, waiverId, input, (keeping, record, _) =>
    {
        keeping.Release(record);
        return null;
    });

    private Task<Outcome> On(Viewer viewer, Guid waiverId, Input input, Func<WaiverKeeping, WaiverRecord, By, Refusal?> verb) => change.Run(input, async by =>
    {
        if (await db.Waivers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == waiverId && row.Kind == RecordKind.Signed) is not { } record) return Refusal.NotFound();
        if ((viewer.MayNot(Right.KeepWaivers) ?? Desk.Stale(viewer, clock)) is { } no) return no;
        if (await db.WaiverKeepings.FirstOrDefaultAsync(row => row.WaiverId == waiverId) is not { } keeping)
            return Refusal.Conflict("erased", "This waiver was erased by rule; there is nothing left to hold.");
        return (input.Refusal ?? verb(keeping, record, by)) is { } refusal ? refusal : Outcome.Done(waiverId);
    });
}
