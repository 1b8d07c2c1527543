using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Taking a charter through its day: boarding, lines off, all fast, put to bed; taking a move back; putting times
/// right.
/// </summary>
public sealed class LifecycleActions(AppDbContext db, Change change, DepartureGate departureGate, Overlaps overlaps)
{
    /// <summary>Code of the warning that somebody else had made the same move before.</summary>
    public const string MadeAlready = "already";

    public Task<Outcome> Board(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Boarding,
            (charter, at, actor) => Task.FromResult(charter.Board(actor, at)));

    /// <summary>
    /// Lines off, through the gate. Its captain, or the office, may give a reason for sailing past what may be
    /// overridden.
    /// </summary>
    public Task<Outcome> Depart(Viewer viewer, Guid id, Input input)
    {
        var right = input.Has("override_reason") && !input.IsBlank("override_reason")
            ? Right.OverrideGate : Right.RunLifecycle;
        var reason = input.Text("override_reason", max: InputLimits.Text);
        return Step(viewer, id, input, CharterStatus.Underway,
            async (charter, at, actor) => charter.Depart(at, await departureGate.Blockers(charter), reason, actor),
            right);
    }

    public Task<Outcome> ComeBack(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Returned,
            (charter, at, actor) => Task.FromResult(charter.ComeBack(at, actor)));

    public Task<Outcome> Close(Viewer viewer, Guid id, Input input) =>
        Step(
            viewer, id, input, CharterStatus.Closed, (charter, at, actor) => Task.FromResult(charter.Close(actor, at)));

    /// <summary>
    /// Takes the last move back. What only the office may do, only the office takes back; and a cancelled vessel may be
    /// let again since.
    /// </summary>
    public Task<Outcome> Undo(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(charter.RightToUndo(), charter) is { } forbidden) return forbidden;
        var reason = input.Text("reason", max: InputLimits.Text);
        var wasCancelled = charter.Status == CharterStatus.Cancelled;
        if ((input.Refusal ?? charter.Undo(reason, actor)) is { } refusal) return refusal;
        if (wasCancelled
            && await overlaps.Of(
                (await db.Vessels.FindAsync(charter.OperatorId, charter.VesselId))!, charter.Plan, id) is { } clash)
            return clash;
        return Outcome.Done(id);
    });

    public Task<Outcome> Correct(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.RunLifecycle, charter) is { } forbidden) return forbidden;
        var (departure, back) = (When(input, "actual_departure", charter, charter.Departure),
            When(input, "actual_return", charter, charter.Return));
        var reason = input.Text("reason", max: InputLimits.Text);
        if ((input.Refusal ?? charter.Correct(departure, back, reason, actor)) is { } refusal) return refusal;
        return Outcome.Done(id) with { Warnings = [.. charter.DoubtfulTimes()] };
    });

    private Task<Outcome> Step(
        Viewer viewer, Guid id, Input input, CharterStatus to,
        Func<Charter, DateTimeOffset?, Actor, Task<Refusal?>> verb, Right right = Right.RunLifecycle) =>
            change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(right, charter) is { } forbidden) return forbidden;
        var at = When(input, "at", charter, to == CharterStatus.Returned ? charter.Return : charter.Departure);
        var already = charter.Status == to ? charter.LastMove?.By : null;
        if ((input.Refusal ?? await verb(charter, at, actor)) is { } refusal) return refusal;
        return Outcome.Done(id) with {
            Warnings = [.. await Already(already, charter, actor), .. charter.DoubtfulTimes(),
                .. await departureGate.LeftOpen(charter)] };
    });

    /// <summary>
    /// A bare time of day is on the day it was planned for: a party that comes back after midnight says 00:30.
    /// </summary>
    private static DateTimeOffset? When(Input input, string field, Charter charter, DateTimeOffset? planned) =>
        input.Instant(field, null, charter.Zone, planned is { } at ? LocalTime.DateOf(at, charter.Zone) : charter.Date);

    /// <summary>Who was second hears who was first; who only says it again need not.</summary>
    private async Task<IEnumerable<Warning>> Already(Guid? first, Charter charter, Actor actor)
    {
        if (first is null || first == actor.MemberId) return [];
        var name = await db.Members.Where(member => member.Id == first).Select(member => member.Name).FirstAsync();
        var says = new LocalizedText("{0} was quicker: this charter is {1} already.", name, charter.Status.Label());
        return [new(MadeAlready, says)];
    }
}
