using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>The progress of the checklists of listed charters.</summary>
public sealed partial class CharterList
{
    /// <summary>
    /// Counts items in the database, without loading them. A join would let SQLite begin with all items of the
    /// operator.
    /// </summary>
    private async Task<Func<Guid, Phase, Progress>> CountItems(List<Guid> charterIds)
    {
        var lists = db.Checklists.Where(list => charterIds.Contains(list.CharterId)).Select(list => list.Id);
        var rows = await (
            from item in db.Set<ChecklistItem>()
            where lists.Contains(item.ChecklistId)
            group item by new { item.ChecklistId, item.State } into same
            select new
            {
                same.Key.State,
                Count = same.Count(),
                CharterId = db.Checklists.Where(list => list.Id == same.Key.ChecklistId)
                    .Select(list => list.CharterId).First(),
                Phase = db.Checklists.Where(list => list.Id == same.Key.ChecklistId)
                    .Select(list => list.Phase).First(),
            }).ToListAsync();
        var counts = rows.ToLookup(row => (row.CharterId, row.Phase, row.State), row => row.Count);
        return (charter, phase) =>
        {
            return new(Of(ItemState.Pending), Of(ItemState.InProgress), Of(ItemState.Complete));
            int Of(ItemState state) => counts[(charter, phase, state)].Sum();
        };
    }

    private static Phase PhaseOf(CharterStatus status) => status switch
    {
        CharterStatus.Underway => Phase.Underway,
        CharterStatus.Returned or CharterStatus.Closed => Phase.PostReturn,
        _ => Phase.PreDeparture,
    };
}
