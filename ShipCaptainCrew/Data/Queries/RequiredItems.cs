using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>A required item of a charter's checklists.</summary>
public sealed record RequiredItem(Guid CharterId, string Text, bool IsDone);

/// <summary>Queries the required checklist items of charters.</summary>
public static class RequiredItems
{
    /// <summary>All required items of a phase by charter, in checklist order.</summary>
    public static async Task<ILookup<Guid, RequiredItem>> Required(
        this AppDbContext db, IReadOnlyCollection<Guid> charterIds, Phase phase, CancellationToken cancel)
    {
        var items = from list in db.Checklists.AsNoTracking()
                    where charterIds.Contains(list.CharterId) && list.Phase == phase
                    from item in list.Items
                    where item.Required
                    orderby list.Ordinal, item.Ordinal
                    select new RequiredItem(list.CharterId, item.Text, item.State == ItemState.Complete);
        return (await items.ToListAsync(cancel)).ToLookup(item => item.CharterId);
    }

    /// <summary>The ids of the charters with required items that are not complete.</summary>
    public static async Task<HashSet<Guid>> WithOpenItems(
        this AppDbContext db, IReadOnlyCollection<Guid> charterIds, Phase phase, CancellationToken cancel)
    {
        var open = from list in db.Checklists
                   where charterIds.Contains(list.CharterId) && list.Phase == phase
                       && list.Items.Any(item => item.Required && item.State != ItemState.Complete)
                   select list.CharterId;
        return [.. await open.ToListAsync(cancel)];
    }
}
