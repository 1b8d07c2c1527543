using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Checklists;

/// <summary>Updates a charter's checklists when the office sets or changes its type.</summary>
public sealed class TypeChecklists(AppDbContext db)
{
    /// <summary>Adds the type's missing checklists and removes the previous type's that nobody has started.</summary>
    public async Task Sync(Charter charter, CharterType? type, Guid? typeBefore = null)
    {
        if (type?.Id == typeBefore) return;
        var present = await db.Checklists.Include(list => list.Items).Where(list => list.CharterId == charter.Id)
            .ToListAsync();
        var wanted = type?.ChecklistTemplateIds ?? [];
        var previousType = await db.CharterTypes.FirstOrDefaultAsync(row => row.Id == typeBefore);
        var outgoing = previousType?.ChecklistTemplateIds.Except(wanted).ToHashSet() ?? [];
        foreach (var list in present.Where(list => list.IsUntouched && outgoing.Contains(list.TemplateId)))
            Remove(list);
        await Add(charter, [.. wanted.Except(present.Select(list => list.TemplateId))],
            present.Count == 0 ? 0 : present.Max(list => list.Ordinal) + 1);
    }

    private void Remove(Checklist list)
    {
        list.Discard();
        db.Remove(list);
    }

    private async Task Add(Charter charter, List<Guid> missing, int ordinal)
    {
        var templates = await db.ChecklistTemplates.Where(row => missing.Contains(row.Id) && row.ArchivedAt == null)
            .ToListAsync();
        db.AddRange(
            templates.OrderBy(template => missing.IndexOf(template.Id))
                .Select((template, i) => new Checklist(charter.Id, template, ordinal + i)));
    }
}
