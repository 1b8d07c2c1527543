using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>An overdue charter, as the banner on office pages shows it.</summary>
public sealed record OverdueCharter(Charter Charter, string Vessel, string? Captain, string? Phone);

/// <summary>Finds charters still under way after their return time and the grace period, with one query.</summary>
public sealed class OverdueCharters(AppDbContext db, TimeProvider clock)
{
    /// <summary>Longest overdue first; includes those acknowledged, until the return is reported.</summary>
    public async Task<IReadOnlyList<OverdueCharter>> Missing()
    {
        var now = clock.GetUtcNow();
        var late = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(charter => charter.Status == CharterStatus.Underway && charter.SortAt < now && charter.Return <= now)
            .OrderBy(charter => charter.SortAt)
            .Select(charter => new
            {
                Charter = charter,
                Vessel = db.Vessels.Where(row => row.Id == charter.VesselId).Select(row => row.Details.Name).First(),
                Captain = db.Members
                    .Where(row => charter.Positions.Any(
                        position => position.Role == CrewRole.Captain && position.MemberId == row.Id))
                    .Select(row => row.Name).FirstOrDefault(),
                Phone = db.Members
                    .Where(row => charter.Positions.Any(
                        position => position.Role == CrewRole.Captain && position.MemberId == row.Id))
                    .Select(row => row.Phone).FirstOrDefault(),
                Grace = db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefault(),
            }).ToListAsync();
        return [.. late.Where(row => row.Charter.IsOverdue(now, StandingOrdersDetails.GraceOf(row.Grace)))
            .Select(row => new OverdueCharter(row.Charter, row.Vessel, row.Captain, row.Phone))];
    }
}
