using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions;

/// <summary>What an operator says for all its charters: where its boats lie, and the grace of a return.</summary>
public sealed record House(Port Port, TimeSpan Grace)
{
    public static async Task<House> Of(ShipDb db, Viewer viewer)
    {
        var house = await db.Operators.AsNoTracking().Where(row => row.Id == viewer.OperatorId)
            .Select(row => new { row.HomePort, Grace = db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefault() }).FirstAsync();
        return new(house.HomePort, StandingOrdersDetails.GraceOf(house.Grace));
    }

    public static async Task<TimeSpan> GraceOf(ShipDb db) => StandingOrdersDetails.GraceOf(
        await db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefaultAsync());
}
