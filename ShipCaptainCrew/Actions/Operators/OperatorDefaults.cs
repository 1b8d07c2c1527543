using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// An operator's settings for all its charters: the home port, and the grace period after a planned return.
/// </summary>
public sealed record OperatorDefaults(Port Port, TimeSpan Grace)
{
    public static async Task<OperatorDefaults> Of(AppDbContext db, Viewer viewer)
    {
        var settings = await db.Operators.AsNoTracking()
            .Where(row => row.Id == viewer.OperatorId)
            .Select(row => new
            {
                row.HomePort,
                Grace = db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefault(),
            })
            .FirstAsync();
        return new(settings.HomePort, StandingOrdersDetails.GraceOf(settings.Grace));
    }

    public static async Task<TimeSpan> GraceOf(AppDbContext db) => StandingOrdersDetails.GraceOf(
        await db.StandingOrders.Select(orders => (int?)orders.GraceMinutes).FirstOrDefaultAsync());
}
