using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Checklists;

/// <summary>One checklist item as it is now, with its list's progress: the response to marking it.</summary>
/// <param name="ChangedBy">Name of the member who changed it last; empty when nobody has.</param>
public sealed record MarkedItem(Charter Charter, Checklist List, ChecklistItem Item, string ChangedBy)
{
    /// <summary>Null when there is no such item or the viewer may not see it.</summary>
    public static async Task<MarkedItem?> Load(
        AppDbContext db, Viewer viewer, Guid charterId, Guid checklistId, Guid itemId)
    {
        var charter = await db.ReadCharter(charterId);
        if (charter is null || !viewer.Sees(charter)) return null;
        var list = await db.ReadChecklist(checklistId);
        return list?.CharterId == charterId ? await Of(db, viewer, new(charter, list), itemId) : null;
    }

    /// <summary>The item as it was saved or read; null when there is no such item.</summary>
    public static async Task<MarkedItem?> Of(AppDbContext db, Viewer viewer, SavedChecklist saved, Guid itemId)
    {
        if (saved.List.Items.FirstOrDefault(row => row.Id == itemId) is not { } item) return null;
        var name = item.ChangedBy == viewer.MemberId
            ? viewer.Name
            : await db.Members.Where(row => row.Id == item.ChangedBy).Select(row => row.Name).FirstOrDefaultAsync();
        return new(saved.Charter, saved.List, item, name ?? "");
    }
}
