using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Checklists;

/// <summary>Adds checklists to a charter and marks their items.</summary>
public sealed class ChecklistActions(AppDbContext db, Change change)
{
    public Task<Outcome> Add(Viewer viewer, Guid charterId, Input input) => change.Run(input, async _ =>
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.AddChecklist, charter) is { } refusal) return refusal;
        var templateId = input.Id("template_id", required: "Choose a checklist.");
        if (input.Refusal is { } invalid) return invalid;
        var template = await db.ChecklistTemplates
            .FirstOrDefaultAsync(row => row.Id == templateId && row.ArchivedAt == null);
        if (template is null) return Refusal.Invalid("template_id", "Checklist not found.");
        if (TooLate(charter) is { } closed) return closed;
        var ordinal = await db.Checklists.CountAsync(row => row.CharterId == charterId);
        var list = new Checklist(charterId, template, ordinal);
        await db.AddAsync(list);
        return Outcome.New(list.Id);
    });

    /// <summary>Marks several items; either every change is applied or none is.</summary>
    public Task<MarkOutcome> Mark(Viewer viewer, Guid charterId, Guid checklistId, Input input) =>
        Mark(viewer, charterId, checklistId, input, list =>
        {
            var changes = input.Parts("items")?.Select(part => ItemChange.Read(part, list)).ToList() ?? [];
            if (changes.Count == 0) input.Error("items", "Enter at least one item.");
            return changes;
        });

    /// <summary>Marks one item.</summary>
    /// <param name="input">The new <c>state</c>, and the <c>version</c> of the item that was shown.</param>
    public Task<MarkOutcome> MarkItem(Viewer viewer, Guid charterId, Guid checklistId, Guid itemId, Input input) =>
        Mark(viewer, charterId, checklistId, input, list =>
            list.Items.Any(item => item.Id == itemId) ? [ItemChange.Of(itemId, input)] : null);

    /// <param name="read">Reads the changes after the rights check; null when an item does not exist.</param>
    private async Task<MarkOutcome> Mark(
        Viewer viewer,
        Guid charterId,
        Guid checklistId,
        Input input,
        Func<Checklist, IReadOnlyList<ItemChange>?> read)
    {
        SavedChecklist? saved = null;
        var outcome = await change.Run(input, async actor =>
        {
            var charter = await db.Charter(viewer, charterId);
            if (charter is null || await db.FindChecklist(checklistId) is not { } list || list.CharterId != charterId)
                return Refusal.NotFound();
            if (viewer.MayNot(Right.WorkChecklist, charter) is { } refusal) return refusal;
            if (read(list) is not { } changes) return Refusal.NotFound();
            if (input.Refusal is { } invalid) return invalid;
            if (TooLate(charter) is { } closed) return closed;
            if (list.Mark(changes, actor) is { } stale) return stale;
            saved = new(charter, list);
            return Outcome.Done(checklistId);
        });
        return new(outcome, outcome.Refusal is null ? saved : null);
    }

    private static Refusal? TooLate(Charter charter) => charter.IsOver
        ? charter.TooLateToChange("This charter is {0}; its checklists can no longer be changed.")
        : null;
}
