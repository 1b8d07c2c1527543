using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>A boat that is missing, as every open page of the office tells of it.</summary>
public sealed record OverdueCharter(Charter Charter, string Vessel, string? Captain, string? Phone);

/// <summary>Which boats are out past their return and the grace, asked in one question.</summary>
public sealed class OverdueCharters(AppDbContext db, TimeProvider clock)
{
    /// <summary>The longest overdue first; also those that somebody has in hand, until all fast.</summary>
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
                    .Where(
                        row =>
                            charter.Positions.Any(
                                position => position.Role == CrewRole.Captain && position.MemberId == row.Id))
                    .Select(row => row.Name).FirstOrDefault(),
                Phone = db.Members
                    .Where(
                        row =>
                            charter.Positions.Any(
                                position => position.Role == CrewRole.Captain && position.MemberId == row.Id))
                    .Select(row => row.Phone).FirstOrDefault(),
                Grace = db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefault(),
            }).ToListAsync();
        return [.. late.Where(row => row.Charter.IsOverdue(now, StandingOrdersDetails.GraceOf(row.Grace)))
            .Select(row => new OverdueCharter(row.Charter, row.Vessel, row.Captain, row.Phone))];
    }
}
