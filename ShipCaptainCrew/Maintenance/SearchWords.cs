using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Maintenance;

/// <summary>Writes the search words of data from before there was a search, at the start of the server.</summary>
public sealed class SearchWords(AppDbContext db, Change change)
{
    public async Task Fill(CancellationToken cancel = default)
    {
        if (await db.AnyOperatorHasSearchWords(cancel)) return;
        foreach (var id in await db.Operators.Select(row => row.Id).ToListAsync(cancel))
        {
            await change.Run(async actor =>
            {
                await change.RunInOperator(id, actor, async other => await Fill(other, cancel), cancel);
                return id;
            }, cancel);
        }
    }

    private static async Task Fill(AppDbContext db, CancellationToken cancel)
    {
        List<ISearchable> entities =
        [
            .. await db.Charters.AsNoTracking().IgnoreAutoIncludes().ToListAsync(cancel),
            .. await db.Guests.AsNoTracking().ToListAsync(cancel),
            .. await db.Waivers.AsNoTracking().Where(row => row.Kind == RecordKind.Signed).ToListAsync(cancel),
        ];
        db.AddRange(entities.SelectMany(SearchWord.Of));
    }
}
