using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>What an operator says for all its charters: where its boats lie, and the grace of a return.</summary>
public sealed record OperatorDefaults(Port Port, TimeSpan Grace)
{
    public static async Task<OperatorDefaults> Of(AppDbContext db, Viewer viewer)
    {
        var house = await db.Operators.AsNoTracking().Where(row => row.Id == viewer.OperatorId)
            .Select(
                row =>
                    new { row.HomePort,
                        Grace = db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefault() })
            .FirstAsync();
        return new(house.HomePort, StandingOrdersDetails.GraceOf(house.Grace));
    }

    public static async Task<TimeSpan> GraceOf(AppDbContext db) => StandingOrdersDetails.GraceOf(
        await db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefaultAsync());
}
