using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Mail;

/// <summary>A required item of a charter's checklists.</summary>
public sealed record Chore(Guid CharterId, string Text, bool IsDone);

/// <summary>Looks up what is required on charters.</summary>
public static class Chores
{
    /// <summary>All of it, in its order, by charter.</summary>
    public static async Task<ILookup<Guid, Chore>> Required(this ShipDb db, IReadOnlyCollection<Guid> charterIds, Phase phase, CancellationToken cancel)
    {
        var chores = from list in db.Checklists.AsNoTracking()
                     where charterIds.Contains(list.CharterId) && list.Phase == phase
                     from item in list.Items
                     where item.Required
                     orderby list.Ordinal, item.Ordinal
                     select new Chore(list.CharterId, item.Text, item.State == ItemState.Complete);
        return (await chores.ToListAsync(cancel)).ToLookup(chore => chore.CharterId);
    }

    /// <summary>Which of these charters have required items open.</summary>
    public static async Task<HashSet<Guid>> WithOpenItems(this ShipDb db, IReadOnlyCollection<Guid> charterIds, Phase phase, CancellationToken cancel)
    {
        var open = from list in db.Checklists
                   where charterIds.Contains(list.CharterId) && list.Phase == phase && list.Items.Any(item => item.Required && item.State != ItemState.Complete)
                   select list.CharterId;
        return [.. await open.ToListAsync(cancel)];
    }
}
