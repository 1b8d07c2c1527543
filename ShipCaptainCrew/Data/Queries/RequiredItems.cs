using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>A required item of a charter's checklists.</summary>
public sealed record RequiredItem(Guid CharterId, string Text, bool IsDone);

/// <summary>Looks up what is required on charters.</summary>
public static class RequiredItems
{
    /// <summary>All of it, in its order, by charter.</summary>
    public static async Task<ILookup<Guid, RequiredItem>> Required(
        this AppDbContext db, IReadOnlyCollection<Guid> charterIds, Phase phase, CancellationToken cancel)
    {
        var requiredItems = from list in db.Checklists.AsNoTracking()
                     where charterIds.Contains(list.CharterId) && list.Phase == phase
                     from item in list.Items
                     where item.Required
                     orderby list.Ordinal, item.Ordinal
                     select new RequiredItem(list.CharterId, item.Text, item.State == ItemState.Complete);
        return (await requiredItems.ToListAsync(cancel)).ToLookup(chore => chore.CharterId);
    }

    /// <summary>Which of these charters have required items open.</summary>
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
