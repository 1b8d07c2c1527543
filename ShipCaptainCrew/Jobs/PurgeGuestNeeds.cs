using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>Deletes guests' needs 30 days after their charter is over, unless an incident was reported.</summary>
public sealed class PurgeGuestNeeds(AppDbContext db, Change change, IStringLocalizer<Text> localizer) : IJob
{
    private static readonly TimeSpan AfterClose = TimeSpan.FromDays(30);

    /// <summary>The limit for a charter that was never closed, from its planned time.</summary>
    private static readonly TimeSpan AfterPlannedTime = TimeSpan.FromDays(90);

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var deleted = await change.Run(_ => Delete(due.Now, cancel), cancel);
        return deleted == 0 ? null : localizer["Guests' needs erased: {0}", deleted].Value;
    }

    private async Task<int> Delete(DateTimeOffset now, CancellationToken cancel)
    {
        var charterIds = await ExpiredCharters(now, cancel);
        var guests = await db.Guests.Where(guest => charterIds.Contains(guest.CharterId) && guest.Needs != null)
            .ToListAsync(cancel);
        foreach (var guest in guests) guest.ForgetNeeds();
        return guests.Count;
    }

    private async Task<List<Guid>> ExpiredCharters(DateTimeOffset now, CancellationToken cancel)
    {
        var latest = now - AfterClose;
        var withIncident = await db.Musters.AsNoTracking().Where(muster => muster.Incident != null)
            .Select(muster => muster.CharterId).ToListAsync(cancel);
        var charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(charter => charter.SortAt < latest
                && db.Guests.Any(guest => guest.CharterId == charter.Id && guest.Needs != null))
            .ToListAsync(cancel);
        return charters
            .Where(charter => !withIncident.Contains(charter.Id) && IsExpired(charter, now))
            .Select(charter => charter.Id)
            .ToList();
    }

    private static bool IsExpired(Charter charter, DateTimeOffset now) =>
        charter.SortAt + AfterPlannedTime < now
            || (charter.IsOver && (charter.LastMove?.At ?? charter.SortAt) + AfterClose <= now);
}
