using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Creates, changes, publishes, cancels and removes charters.</summary>
public sealed class CharterActions(
    AppDbContext db, Change change, PlanReader reader, PlanWarnings planWarnings, Overlaps overlaps, CrewList crewList,
    TypeChecklists lists)
{
    public Task<Outcome> Create(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if (viewer.MayNot(Right.PlanCharters) is { } refusal) return refusal;
        var requested = await reader.Read(viewer, input);
        var (manning, crew) = (ReadManning(input, DefaultManning(input, requested)), await crewList.Read(input));
        var (publish, reminders) = (input.Flag("publish", false), Reminders.Read(input, null));
        if (input.Refusal is { } invalid) return invalid;
        var charter = new Charter(viewer.OperatorId, requested.Plan, requested.Where.Zone.Id, requested.Type);
        if ((charter.Man(manning) ?? crew.Fill(charter, actor, input)) is { } refused) return refused;
        if (await overlaps.Of(requested.Vessel!, requested.Plan, charter.Id) is { } clash) return clash;
        charter.RemindAt(reminders);
        if (publish) charter.Publish(actor);
        await db.AddAsync(charter);
        await lists.Sync(charter, requested.Type);
        return Outcome.New(charter.Id) with { Warnings = await Warnings(viewer, requested, charter) };
    });

    /// <param name="seen">The version the editor started from; the change is refused if there is a newer one.</param>
    public Task<Outcome> Replan(Viewer viewer, Guid id, int? seen, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.PlanCharters) is { } forbidden) return forbidden;
        var requested = await reader.Read(viewer, input, charter);
        var (manning, crew) = (ReadManning(input, charter.Manning), await crewList.Read(input, charter));
        var (publish, reminders) = (input.Flag("publish", false), Reminders.Read(input, charter.ReminderHours));
        if (input.Refusal is { } invalid) return invalid;
        if (seen is not null && seen != charter.Version) return Stale(charter);
        if (await overlaps.Of(requested.Vessel!, requested.Plan, id) is { } clash) return clash;
        var typeBefore = charter.CharterTypeId;
        var refusal = charter.Replan(requested.Plan, requested.Where.Zone.Id, requested.Type)
            ?? (input.Has("manning") ? charter.Man(manning) : null)
            ?? crew.Fill(charter, actor, input)
            ?? (publish ? charter.Publish(actor) : null);
        if (refusal is not null) return refusal;
        charter.RemindAt(reminders);
        await lists.Sync(charter, requested.Type, typeBefore);
        return Outcome.Done(id) with { Warnings = await Warnings(viewer, requested, charter) };
    });

    public Task<Outcome> Publish(Viewer viewer, Guid id, Input input) =>
        Apply(viewer, id, input, Right.PlanCharters, (charter, actor) => charter.Publish(actor));

    public Task<Outcome> Cancel(Viewer viewer, Guid id, Input input)
    {
        var reason = input.Text(
            "reason", max: InputLimits.Text, required: "Give a reason. Everyone aboard will read it.");
        return Apply(viewer, id, input, Right.RunLifecycle, (charter, actor) => charter.Cancel(reason!, actor));
    }

    public Task<Outcome> Discard(Viewer viewer, Guid id, Input input) =>
        Apply(viewer, id, input, Right.PlanCharters, (charter, _) =>
    {
        if (charter.Discard() is { } refusal) return refusal;
        db.Remove(charter);
        return null;
    });

    /// <summary>Mails every crew member what they still have to do.</summary>
    public Task<Outcome> Nudge(Viewer viewer, Guid id, Input input) =>
        Apply(viewer, id, input, Right.AssignCrew, (charter, actor) => charter.Nudge(actor));

    private Task<Outcome> Apply(
        Viewer viewer, Guid id, Input input, Right right, Func<Charter, Actor, Refusal?> apply) =>
        change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(right, charter) is { } forbidden) return forbidden;
        if (input.Refusal is { } invalid) return invalid;
        if (apply(charter, actor) is { } refusal) return refusal;
        return Outcome.Done(id);
    });

    private async Task<IReadOnlyList<Warning>> Warnings(Viewer viewer, RequestedPlan requested, Charter charter) =>
        [.. await crewList.Warnings(viewer, charter), .. await planWarnings.At(viewer, requested, charter)];

    private static Manning ReadManning(Input input, Manning now) => Manning.Read(input.Part("manning"), now);

    /// <summary>A program that does not mention the crew of a charter without a type gets the usual one.</summary>
    private static Manning DefaultManning(Input input, RequestedPlan requested) =>
        input.Has("manning") ? requested.UsualCrew : requested.Type?.Roles ?? new();

    private static Refusal Stale(Charter charter) => new(
        RefusalKind.Stale,
        "stale",
        "Somebody changed this charter while you were editing it. Check what changed, then save again.",
        Extensions: new Dictionary<string, object?> { ["version"] = charter.Version });
}
