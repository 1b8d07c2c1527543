using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Queries settings of the current operator.</summary>
public static class OperatorSettings
{
    /// <summary>The operator's standing orders, or the defaults if it has none.</summary>
    public static async Task<StandingOrdersDetails> Orders(this AppDbContext db, CancellationToken cancel = default) =>
        (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync(cancel))?.Details ?? StandingOrdersDetails.Usual;

    /// <summary>The operator's time zone; a charter may have another one.</summary>
    public static async Task<TimeZoneInfo> Zone(this AppDbContext db, CancellationToken cancel = default) =>
        TimeZoneInfo.FindSystemTimeZoneById(
            await db.Operators.Where(row => row.Id == db.OperatorId)
                .Select(row => row.TimeZone).FirstAsync(cancel));
}
