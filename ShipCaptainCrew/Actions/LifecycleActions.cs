using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>Taking a charter through its day: boarding, lines off, all fast, put to bed; taking a move back; putting times right.</summary>
public sealed class LifecycleActions(ShipDb db, Change change, GateKeeper gate, Overlaps overlaps)
{
    /// <summary>Code of the warning that somebody else had made the same move before.</summary>
    public const string MadeAlready = "already";

    public Task<Outcome> Board(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Boarding, (charter, at, by) => Task.FromResult(charter.Board(by, at)));

    /// <summary>Lines off, through the gate. Its captain, or the office, may give a reason for sailing past what may be overridden.</summary>
    public Task<Outcome> Depart(Viewer viewer, Guid id, Input input)
    {
        var right = input.Has("override_reason") && !input.IsBlank("override_reason") ? Right.OverrideGate : Right.RunLifecycle;
        var reason = input.Text("override_reason", max: Limits.Text);
        return Step(viewer, id, input, CharterStatus.Underway, async (charter, at, by) => charter.Depart(at, await gate.Blockers(charter), reason, by), right);
    }

    public Task<Outcome> ComeBack(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Returned, (charter, at, by) => Task.FromResult(charter.ComeBack(at, by)));

    public Task<Outcome> Close(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Closed, (charter, at, by) => Task.FromResult(charter.Close(by, at)));

    /// <summary>Takes the last move back. What only the office may do, only the office takes back; and a cancelled vessel may be let again since.</summary>
    public Task<Outcome> Undo(Viewer viewer, Guid id, Input input) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(charter.RightToUndo(), charter) is { } no) return no;
        var reason = input.Text("reason", max: Limits.Text);
        var wasCancelled = charter.Status == CharterStatus.Cancelled;
        if ((input.Refusal ?? charter.Undo(reason, by)) is { } refusal) return refusal;
        if (wasCancelled && await overlaps.Of((await db.Vessels.FindAsync(charter.OperatorId, charter.VesselId))!, charter.Plan, id) is { } clash) return clash;
        return Outcome.Done(id);
    });

    public Task<Outcome> Correct(Viewer viewer, Guid id, Input input) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.RunLifecycle, charter) is { } no) return no;
        var (departure, back) = (When(input, "actual_departure", charter, charter.Departure), When(input, "actual_return", charter, charter.Return));
        var reason = input.Text("reason", max: Limits.Text);
        if ((input.Refusal ?? charter.Correct(departure, back, reason, by)) is { } refusal) return refusal;
        return Outcome.Done(id) with { Warnings = [.. charter.DoubtfulTimes()] };
    });

    private Task<Outcome> Step(
        Viewer viewer, Guid id, Input input, CharterStatus to, Func<Charter, DateTimeOffset?, By, Task<Refusal?>> verb, Right right = Right.RunLifecycle) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(right, charter) is { } no) return no;
        var at = When(input, "at", charter, to == CharterStatus.Returned ? charter.Return : charter.Departure);
        var already = charter.Status == to ? charter.LastMove?.By : null;
        if ((input.Refusal ?? await verb(charter, at, by)) is { } refusal) return refusal;
        return Outcome.Done(id) with { Warnings = [.. await Already(already, charter, by), .. charter.DoubtfulTimes(), .. await gate.LeftOpen(charter)] };
    });

    /// <summary>A bare time of day is on the day it was planned for: a party that comes back after midnight says 00:30.</summary>
    private static DateTimeOffset? When(Input input, string field, Charter charter, DateTimeOffset? planned) =>
        input.Instant(field, null, charter.Zone, planned is { } at ? LocalTime.DateOf(at, charter.Zone) : charter.Date);

    /// <summary>Who was second hears who was first; who only says it again need not.</summary>
    private async Task<IEnumerable<Warning>> Already(Guid? first, Charter charter, By by)
    {
        if (first is null || first == by.MemberId) return [];
        var name = await db.Members.Where(member => member.Id == first).Select(member => member.Name).FirstAsync();
        var says = new Words("{0} was quicker: this charter is {1} already.", name, charter.Status.Word());
        return [new(MadeAlready, says)];
    }
}
