using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Checklists;

/// <summary>Keeps a charter's checklists in step with its type while the office still plans it.</summary>
public sealed class TypeChecklists(AppDbContext db)
{
    /// <summary>
    /// Brings those of the type that are not there yet; those of the type before go, unless somebody has begun them.
    /// </summary>
    public async Task Sync(Charter charter, CharterType? type, Guid? typeBefore = null)
    {
        if (type?.Id == typeBefore) return;
        var there = await db.Checklists.Include(list => list.Items).Where(list => list.CharterId == charter.Id)
            .ToListAsync();
        var wanted = type?.ChecklistTemplateIds ?? [];
        var outgoing =
            (await db.CharterTypes.FirstOrDefaultAsync(
                row => row.Id == typeBefore))?.ChecklistTemplateIds.Except(wanted)
                .ToHashSet()
            ?? [];
        foreach (var list in there.Where(list => list.IsUntouched && outgoing.Contains(list.TemplateId))) Remove(list);
        await Add(charter, [.. wanted.Except(there.Select(list => list.TemplateId))],
            there.Count == 0 ? 0 : there.Max(list => list.Ordinal) + 1);
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
