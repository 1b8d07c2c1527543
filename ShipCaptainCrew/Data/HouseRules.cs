using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data;

/// <summary>What the operator that was entered says for all its charters.</summary>
public static class HouseRules
{
    /// <summary>The standing orders that hold: the operator's own, else the usual ones.</summary>
    public static async Task<StandingOrdersDetails> Orders(this ShipDb db, CancellationToken cancel = default) =>
        (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync(cancel))?.Details ?? StandingOrdersDetails.Usual;

    /// <summary>The zone of the operator's own clock; a charter's may be another.</summary>
    public static async Task<TimeZoneInfo> Zone(this ShipDb db, CancellationToken cancel = default) =>
        TimeZoneInfo.FindSystemTimeZoneById(await db.Operators.Where(house => house.Id == db.OperatorId).Select(house => house.TimeZone).FirstAsync(cancel));
}
