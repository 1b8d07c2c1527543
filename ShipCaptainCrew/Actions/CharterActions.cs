using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>Planning charters and moving them along.</summary>
public sealed class CharterActions(ShipDb db, Change change, PlanReader reader, SecondLook look, Overlaps overlaps, CrewList crewList, TypeChecklists lists)
{
    public Task<Outcome> Create(Viewer viewer, Input input) => change.Run(input, async by =>
    {
        if (viewer.MayNot(Right.PlanCharters) is { } no) return no;
        var asked = await reader.Read(viewer, input);
        var (manning, crew) = (Manned(input, asked.Type?.Roles ?? new()), await crewList.Read(input));
        var (publish, reminders) = (input.Flag("publish", false), Reminders.Read(input, null));
        if (input.Refusal is { } bad) return bad;
        var charter = new Charter(viewer.OperatorId, asked.Plan, asked.Where.Zone.Id, asked.Type);
        if ((charter.Man(manning) ?? crew.Fill(charter, by, input)) is { } misfit) return misfit;
        if (await overlaps.Of(asked.Vessel!, asked.Plan, charter.Id) is { } clash) return clash;
        charter.RemindAt(reminders);
        if (publish) charter.Publish(by);
        await db.AddAsync(charter);
        await lists.Bring(charter, asked.Type);
        return Outcome.New(charter.Id) with { Warnings = [.. await crewList.Warnings(viewer, charter), .. await look.At(viewer, asked, charter)] };
    });

    /// <param name="seen">The version the editor had before them; an older one is refused, nothing lost.</param>
    public Task<Outcome> Replan(Viewer viewer, Guid id, int? seen, Input input) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.PlanCharters) is { } no) return no;
        var asked = await reader.Read(viewer, input, charter);
        var (manning, crew) = (Manned(input, charter.Manning), await crewList.Read(input, charter));
        var (publish, reminders) = (input.Flag("publish", false), Reminders.Read(input, charter.ReminderHours));
        if (input.Refusal is { } bad) return bad;
        if (seen is not null && seen != charter.Version) return Stale(charter);
        if (await overlaps.Of(asked.Vessel!, asked.Plan, id) is { } clash) return clash;
        var typeBefore = charter.CharterTypeId;
        var refusal = charter.Replan(asked.Plan, asked.Where.Zone.Id, asked.Type) ?? (input.Has("manning") ? charter.Man(manning) : null) ?? crew.Fill(charter, by, input);
        if ((refusal ?? (publish ? charter.Publish(by) : null)) is { } late) return late;
        charter.RemindAt(reminders);
        await lists.Bring(charter, asked.Type, typeBefore);
        return Outcome.Done(id) with { Warnings = [.. await crewList.Warnings(viewer, charter), .. await look.At(viewer, asked, charter)] };
    });

    public Task<Outcome> Publish(Viewer viewer, Guid id, Input input) =>
        Move(viewer, id, input, Right.PlanCharters, (charter, by) => charter.Publish(by));

    public Task<Outcome> Cancel(Viewer viewer, Guid id, Input input)
    {
        var reason = input.Text("reason", max: Limits.Text, required: "Say why: everyone aboard will read it.");
        return Move(viewer, id, input, Right.RunLifecycle, (charter, by) => charter.Cancel(reason!, by));
    }

    public Task<Outcome> Discard(Viewer viewer, Guid id, Input input) => Move(viewer, id, input, Right.PlanCharters, (charter, _) =>
    {
        if (charter.Discard() is { } no) return no;
        db.Remove(charter);
        return null;
    });

    /// <summary>Mails everyone aboard who owes something what it is.</summary>
    public Task<Outcome> Nudge(Viewer viewer, Guid id, Input input) => Move(viewer, id, input, Right.AssignCrew, (charter, by) => charter.Nudge(by));

    private Task<Outcome> Move(Viewer viewer, Guid id, Input input, Right right, Func<Charter, By, Refusal?> verb) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(right, charter) is { } no) return no;
        if (input.Refusal is { } bad) return bad;
        if (verb(charter, by) is { } refusal) return refusal;
        return Outcome.Done(id);
    });

    private static Manning Manned(Input input, Manning now) => Manning.Read(input.Part("manning"), now);

    private static Refusal Stale(Charter charter) => new(
        RefusalKind.Stale,
        "stale",
        "Somebody changed this charter while you were editing it. Look at what changed, then save again.",
        With: new Dictionary<string, object?> { ["version"] = charter.Version });
}
