using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Guests' needs are forgotten once nobody can want them: thirty days after their charter was put to bed, unless
/// something happened on it.
/// </summary>
public sealed class PurgeGuestNeeds(AppDbContext db, Change change, IStringLocalizer<Text> localizer) : IJob
{
    private static readonly TimeSpan AfterClose = TimeSpan.FromDays(30);

    /// <summary>A charter that nobody ever closed keeps them no longer than this.</summary>
    private static readonly TimeSpan AfterSailing = TimeSpan.FromDays(90);

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var forgotten = await change.Run(_ => Forget(due.Now, cancel), cancel);
        return forgotten == 0 ? null : localizer["Needs of guests forgotten: {0}", forgotten].Value;
    }

    private async Task<int> Forget(DateTimeOffset now, CancellationToken cancel)
    {
        var charterIds = await Done(now, cancel);
        var guests = await db.Guests.Where(guest => charterIds.Contains(guest.CharterId) && guest.Needs != null)
            .ToListAsync(cancel);
        foreach (var guest in guests) guest.ForgetNeeds();
        return guests.Count;
    }

    private async Task<List<Guid>> Done(DateTimeOffset now, CancellationToken cancel)
    {
        var latest = now - AfterClose;
        var held = await db.Musters.AsNoTracking().Where(muster => muster.Incident != null)
            .Select(muster => muster.CharterId).ToListAsync(cancel);
        var charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(
                charter => charter.SortAt < latest
                    && db.Guests.Any(guest => guest.CharterId == charter.Id && guest.Needs != null))
            .ToListAsync(cancel);
        return [
            .. charters.Where(charter => !held.Contains(charter.Id) && IsForgotten(charter, now))
                .Select(charter => charter.Id)];
    }

    private static bool IsForgotten(Charter charter, DateTimeOffset now) =>
        charter.SortAt + AfterSailing < now
            || (charter.IsOver && (charter.LastMove?.At ?? charter.SortAt) + AfterClose <= now);
}
