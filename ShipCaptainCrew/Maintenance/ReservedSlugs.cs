using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Gives an operator another slug at the start of the server if the program now uses its slug itself: "calendar"
/// becomes "calendar-2", or the next number that is free. The audit log and the application log say so.
/// </summary>
public sealed class ReservedSlugs(AppDbContext db, Change change, ILogger<ReservedSlugs> log)
{
    public async Task MoveOperators(CancellationToken cancel = default)
    {
        if (await Taken(cancel) is not { Count: > 0 } taken) return;
        foreach (var (id, slug) in taken)
        {
            var free = await Next(slug, cancel);
            await change.Run(async actor =>
            {
                await change.RunInOperator(id, actor, async other =>
                    (await other.Operators.FirstAsync(row => row.Id == id, cancel)).MoveTo(free), cancel);
                return id;
            }, cancel);
            log.LogWarning("The pages of the operator /{Slug} are now at /{Free}: /{Slug} is reserved.",
                slug, free, slug);
        }
    }

    private async Task<List<(Guid Id, string Slug)>> Taken(CancellationToken cancel)
    {
        var rows = await db.Operators.AsNoTracking().Where(row => Slug.Reserved.Contains(row.Slug))
            .OrderBy(row => row.Slug).Select(row => new { row.Id, row.Slug }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.Id, row.Slug))];
    }

    private async Task<string> Next(string slug, CancellationToken cancel)
    {
        var used = await db.Operators.Select(row => row.Slug).ToHashSetAsync(cancel);
        return Enumerable.Range(2, used.Count + 1).Select(number => $"{slug}-{number}")
            .First(free => !used.Contains(free));
    }
}
