using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Finds the charter a vessel sails before another one. Drafts do not count.</summary>
internal static class PreviousCharter
{
    public static async Task<Charter?> CharterBefore(
        this AppDbContext db, Guid vesselId, DateTimeOffset departure, Guid? charterId) =>
        await db.Sailing([vesselId], departure - Plan.LongestReach, departure).Where(row => row.Id != charterId)
            .OrderByDescending(row => row.SortAt).FirstOrDefaultAsync();

    /// <summary>For several charters, with one query; null for those that have departed.</summary>
    public static async Task<Func<Charter, Charter?>> CharterBefore(
        this AppDbContext db, IReadOnlyList<Charter> charters)
    {
        var waiting = charters.Where(charter => charter.IsCrewOpen && charter.Departure is not null).ToList();
        if (waiting.Count == 0) return _ => null;
        var vessels = waiting.Select(charter => charter.VesselId).Distinct().ToList();
        var (first, last) = (waiting.Min(charter => charter.SortAt), waiting.Max(charter => charter.SortAt));
        var near = await db.Sailing(vessels, first - Plan.LongestReach, last).ToListAsync();
        var sailing = near.ToLookup(row => row.VesselId);
        return charter => waiting.Contains(charter)
            ? sailing[charter.VesselId].Where(row => row.SortAt < charter.SortAt).MaxBy(row => row.SortAt)
            : null;
    }

    private static IQueryable<Charter> Sailing(
        this AppDbContext db, IReadOnlyList<Guid> vessels, DateTimeOffset from, DateTimeOffset until) =>
        db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(row => vessels.Contains(row.VesselId)
                && row.Departure != null
                && row.Status != CharterStatus.Draft
                && row.Status != CharterStatus.Cancelled
                && row.SortAt >= from
                && row.SortAt < until);
}
