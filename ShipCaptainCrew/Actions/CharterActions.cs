using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions;

/// <summary>Planning charters and moving them along.</summary>
public sealed class CharterActions(ShipDb db, Change change, PlanReader reader, Overlaps overlaps, CrewList crewList)
{
    public Task<Outcome> Create(Viewer viewer, Input input) => change.Run(input, async by =>
    {
        if (viewer.MayNot(Right.PlanCharters) is { } no) return no;
        var asked = await reader.Read(viewer, input);
        var crew = await crewList.Read(input, captainRequired: true);
        if (input.Refusal is { } bad) return bad;
        if (await overlaps.Of(asked.Vessel!, asked.Plan, Guid.Empty) is { } clash) return clash;
        var charter = new Charter(viewer.OperatorId, asked.Plan, asked.Zone.Id, asked.Type);
        if (crew.Fill(charter, by, input) is { } misfit) return misfit;
        if (input.Flag("publish", false)) charter.Publish(by);
        await db.AddAsync(charter);
        await AddChecklists(charter, asked.Type);
        return Outcome.New(charter.Id) with { Warnings = await crewList.Warnings(charter) };
    });

    /// <param name="seen">The version the editor had before them; an older one is refused, nothing lost.</param>
    public Task<Outcome> Replan(Viewer viewer, Guid id, int? seen, Input input) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.PlanCharters) is { } no) return no;
        var asked = await reader.Read(viewer, input, charter);
        var crew = await crewList.Read(input, captainRequired: false);
        if (input.Refusal is { } bad) return bad;
        if (seen is not null && seen != charter.Version) return Stale(charter);
        if (await overlaps.Of(asked.Vessel!, asked.Plan, id) is { } clash) return clash;
        var refusal = charter.Retype(asked.Type) ?? charter.Replan(asked.Plan, asked.Zone.Id) ?? crew.Fill(charter, by, input);
        if (refusal is not null) return refusal;
        return Outcome.Done(id) with { Warnings = await crewList.Warnings(charter) };
    });

    public Task<Outcome> Publish(Viewer viewer, Guid id, Input input) =>
        Move(viewer, id, input, Right.PlanCharters, (charter, by) => charter.Publish(by));

    public Task<Outcome> Cancel(Viewer viewer, Guid id, Input input)
    {
        var reason = input.Text("reason", max: Limits.Text, required: "Say why: everyone aboard will read it.");
        return Move(viewer, id, input, Right.RunLifecycle, (charter, _) => charter.Cancel(reason!));
    }

    public Task<Outcome> Discard(Viewer viewer, Guid id, Input input) => Move(viewer, id, input, Right.PlanCharters, (charter, _) =>
    {
        if (charter.Discard() is { } no) return no;
        db.Remove(charter);
        return null;
    });

    private Task<Outcome> Move(Viewer viewer, Guid id, Input input, Right right, Func<Charter, By, Refusal?> verb) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(right, charter) is { } no) return no;
        if (input.Refusal is { } bad) return bad;
        if (verb(charter, by) is { } refusal) return refusal;
        return Outcome.Done(id);
    });

    private static Refusal Stale(Charter charter) => new(
        RefusalKind.Stale,
        "stale",
        "Somebody changed this charter while you were editing it. Look at what changed, then save again.",
        With: new Dictionary<string, object?> { ["version"] = charter.Version });

    private async Task AddChecklists(Charter charter, CharterType? type)
    {
        if (type is null) return;
        var templates = await db.ChecklistTemplates.Where(row => type.ChecklistTemplateIds.Contains(row.Id) && row.ArchivedAt == null).ToListAsync();
        var inOrder = type.ChecklistTemplateIds.Select(id => templates.Find(row => row.Id == id)).OfType<ChecklistTemplate>();
        db.AddRange(inOrder.Select((template, i) => new Checklist(charter.Id, template, i)));
    }
}
