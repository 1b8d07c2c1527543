using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>Taking a charter through its day: boarding, lines off, all fast, put to bed; taking a move back; putting times right.</summary>
public sealed class LifecycleActions(ShipDb db, Change change, GateKeeper gate, Overlaps overlaps)
{
    public Task<Outcome> Board(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Boarding, (charter, _, by) => Task.FromResult(charter.Board(by)));

    /// <summary>Lines off, through the gate. Its captain, or the office, may give a reason for sailing past what may be overridden.</summary>
    public Task<Outcome> Depart(Viewer viewer, Guid id, Input input) => Step(viewer, id, input, CharterStatus.Underway, async (charter, at, by) =>
    {
        var reason = input.Text("override_reason", max: Limits.Text);
        if (reason is not null && viewer.MayNot(Right.OverrideGate, charter) is { } no) return no;
        return input.Refusal ?? charter.Depart(at, await gate.Blockers(charter), reason, by);
    });

    public Task<Outcome> ComeBack(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Returned, (charter, at, by) => Task.FromResult(charter.ComeBack(at, by)));

    public Task<Outcome> Close(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Closed, (charter, _, by) => Task.FromResult(charter.Close(by)));

    /// <summary>Takes the last move back. What only the office may do, only the office takes back; and a cancelled vessel may be let again since.</summary>
    public Task<Outcome> Undo(Viewer viewer, Guid id, Input input) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(charter.Status == CharterStatus.Scheduled ? Right.PlanCharters : Right.RunLifecycle, charter) is { } no) return no;
        var reason = input.Text("reason", max: Limits.Text);
        if (input.Refusal is { } bad) return bad;
        var wasCancelled = charter.Status == CharterStatus.Cancelled;
        if (charter.Undo(reason, by) is { } late) return late;
        if (wasCancelled && await overlaps.Of((await db.Vessels.FindAsync(charter.OperatorId, charter.VesselId))!, charter.Plan, id) is { } clash) return clash;
        return Outcome.Done(id);
    });

    public Task<Outcome> Correct(Viewer viewer, Guid id, Input input) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.RunLifecycle, charter) is { } no) return no;
        var (departure, back) = (When(input, "actual_departure", charter), When(input, "actual_return", charter));
        var reason = input.Text("reason", max: Limits.Text);
        if ((input.Refusal ?? charter.Correct(departure, back, reason, by)) is { } refusal) return refusal;
        return Outcome.Done(id) with { Warnings = FarFromPlan(charter) };
    });

    private Task<Outcome> Step(Viewer viewer, Guid id, Input input, CharterStatus to, Func<Charter, DateTimeOffset?, By, Task<Refusal?>> verb) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.RunLifecycle, charter) is { } no) return no;
        var (at, already) = (When(input, "at", charter), charter.Status == to ? charter.LastMove : null);
        if ((input.Refusal ?? await verb(charter, at, by)) is { } refusal) return refusal;
        return Outcome.Done(id) with { Warnings = [.. Already(already, charter, by), .. FarFromPlan(charter), .. await gate.LeftOpen(charter)] };
    });

    /// <summary>A bare time of day is on the charter's own date.</summary>
    private static DateTimeOffset? When(Input input, string field, Charter charter) => input.Instant(field, null, charter.Zone, charter.Date);

    private static IEnumerable<Warning> Already(Move? move, Charter charter, By by)
    {
        if (move?.By is { } other && other != by.MemberId) yield return new("already", new Words("Somebody was quicker: it is {0} already.", charter.Status.Word()));
    }

    private static IReadOnlyList<Warning> FarFromPlan(Charter charter) =>
    [
        .. IsFar(charter.ActualDeparture, charter.Departure) ? [new Warning("far_from_plan", "Lines off is more than twelve hours from its planned time. Is that right?")] : Array.Empty<Warning>(),
        .. IsFar(charter.ActualReturn, charter.Return) ? [new Warning("far_from_plan", "All fast is more than twelve hours from its planned time. Is that right?")] : Array.Empty<Warning>(),
    ];

    private static bool IsFar(DateTimeOffset? actual, DateTimeOffset? planned) => (actual - planned)?.Duration() > Charter.FarFromPlan;
}
