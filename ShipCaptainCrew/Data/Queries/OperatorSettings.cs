using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>What the operator that was entered says for all its charters.</summary>
public static class OperatorSettings
{
    /// <summary>The standing orders that hold: the operator's own, else the usual ones.</summary>
    public static async Task<StandingOrdersDetails> Orders(this AppDbContext db, CancellationToken cancel = default) =>
        (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync(cancel))?.Details ?? StandingOrdersDetails.Usual;

    /// <summary>The zone of the operator's own clock; a charter's may be another.</summary>
    public static async Task<TimeZoneInfo> Zone(this AppDbContext db, CancellationToken cancel = default) =>
        TimeZoneInfo.FindSystemTimeZoneById(
            await db.Operators.Where(theOperator => theOperator.Id == db.OperatorId)
                .Select(theOperator => theOperator.TimeZone).FirstAsync(cancel));
}
