using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Changes a charter's status: boarding, lines off, all fast, put to bed. Undoes changes and corrects actual times.
/// </summary>
public sealed class LifecycleActions(AppDbContext db, Change change, DepartureGate departureGate, Overlaps overlaps)
{
    /// <summary>Code of the warning that somebody else had already made the same change.</summary>
    public const string MadeAlready = "already";

    public Task<Outcome> Board(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Boarding,
            (charter, at, actor) => Task.FromResult(charter.Board(actor, at)));

    /// <summary>
    /// Lines off, if the departure gate is open. The captain or the office may override some blockers with a reason.
    /// </summary>
    public Task<Outcome> Depart(Viewer viewer, Guid id, Input input)
    {
        var right = input.Has("override_reason") && !input.IsBlank("override_reason")
            ? Right.OverrideGate
            : Right.RunLifecycle;
        var reason = input.Text("override_reason", max: InputLimits.Text);
        return Step(viewer, id, input, CharterStatus.Underway,
            async (charter, at, actor) => charter.Depart(at, await departureGate.Blockers(charter), reason, actor),
            right);
    }

    public Task<Outcome> MarkReturned(Viewer viewer, Guid id, Input input) =>
        Step(viewer, id, input, CharterStatus.Returned,
            (charter, at, actor) => Task.FromResult(charter.MarkReturned(at, actor)));

    /// <summary>Closes it. A reason is kept if something is left open, which is logged in any case.</summary>
    public Task<Outcome> Close(Viewer viewer, Guid id, Input input) => Close(viewer, id, input, asksReason: false);

    /// <summary>The same, but refused if something is left open without a reason.</summary>
    public Task<Outcome> CloseWithReason(Viewer viewer, Guid id, Input input) =>
        Close(viewer, id, input, asksReason: true);

    private Task<Outcome> Close(Viewer viewer, Guid id, Input input, bool asksReason)
    {
        var reason = input.Text("reason", max: InputLimits.Text);
        return Step(viewer, id, input, CharterStatus.Closed, async (charter, at, actor) =>
        {
            var leftOpen = await departureGate.WorkLeft(charter);
            return asksReason && reason is null && leftOpen.Count > 0
                ? Refusal.Invalid("reason", "Give a reason. It is saved and shown with the charter.")
                : charter.Close(actor, at, leftOpen, reason);
        });
    }

    /// <summary>
    /// Undoes the last status change, with the same right as the change itself. A cancelled charter is refused when its
    /// vessel has since been booked for that time. The input may name the state that the viewer saw; another one is
    /// refused, so that two people who undo at once do not undo two changes.
    /// </summary>
    public Task<Outcome> Undo(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(charter.RightToUndo(), charter) is { } forbidden) return forbidden;
        var reason = input.Text("reason", max: InputLimits.Text);
        var seen = input.Choice<CharterStatus>("state", null) ?? charter.Status;
        var wasCancelled = charter.Status == CharterStatus.Cancelled;
        var stale = seen == charter.Status ? null : charter.WrongState("This charter is {0} now. Check it again.");
        if ((input.Refusal ?? stale ?? charter.Undo(reason, actor)) is { } refusal) return refusal;
        if (!wasCancelled) return Outcome.Done(id);
        var vessel = await db.Vessels.FindAsync(charter.OperatorId, charter.VesselId);
        if (await overlaps.Of(vessel!, charter.Plan, id) is { } clash) return clash;
        await db.ReleaseMembersGone(charter, actor);
        return Outcome.Done(id);
    });

    public Task<Outcome> Correct(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.RunLifecycle, charter) is { } forbidden) return forbidden;
        var departure = When(input, "actual_departure", charter, charter.Departure);
        var back = When(input, "actual_return", charter, charter.Return);
        var reason = input.Text("reason", max: InputLimits.Text);
        if ((input.Refusal ?? charter.Correct(departure, back, reason, actor)) is { } refusal) return refusal;
        return Outcome.Done(id) with { Warnings = [.. charter.DoubtfulTimes()] };
    });

    private Task<Outcome> Step(
        Viewer viewer, Guid id, Input input, CharterStatus to,
        Func<Charter, DateTimeOffset?, Actor, Task<Refusal?>> apply, Right right = Right.RunLifecycle) =>
        change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(right, charter) is { } forbidden) return forbidden;
        var at = When(input, "at", charter, to == CharterStatus.Returned ? charter.Return : charter.Departure);
        var madeBy = charter.Status == to ? charter.LastMove?.By : null;
        if ((input.Refusal ?? await apply(charter, at, actor)) is { } refusal) return refusal;
        return Outcome.Done(id) with
        {
            Warnings =
            [
                .. await AlreadyDone(madeBy, charter, actor),
                .. charter.DoubtfulTimes(),
                .. await departureGate.LeftOpen(charter),
            ],
        };
    });

    /// <summary>
    /// A time without a date is on the planned local date, so 00:30 works for a return after midnight.
    /// </summary>
    private static DateTimeOffset? When(Input input, string field, Charter charter, DateTimeOffset? planned) =>
        input.Instant(field, null, charter.Zone, planned is { } at ? LocalTime.DateOf(at, charter.Zone) : charter.Date);

    /// <summary>Warns that another member was first; repeating one's own change gives no warning.</summary>
    private async Task<IEnumerable<Warning>> AlreadyDone(Guid? first, Charter charter, Actor actor)
    {
        if (first is null || first == actor.MemberId) return [];
        var name = await db.Members.Where(member => member.Id == first).Select(member => member.Name).FirstAsync();
        var message = new LocalizedText("{0} was faster: this charter is already {1}.", name, charter.Status.Label());
        return [new(MadeAlready, message)];
    }
}
