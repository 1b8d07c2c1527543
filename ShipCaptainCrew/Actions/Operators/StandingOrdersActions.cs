using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// Changes the owner's standing orders. Changing how long waivers are kept requires a sign-in in the last ten minutes.
/// </summary>
public sealed class StandingOrdersActions(AppDbContext db, Change change, TimeProvider clock)
{
    public Task<Outcome> Change(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        if (viewer.MayNot(Right.KeepOrders) is { } refusal) return refusal;
        var known = await db.StandingOrders.FirstOrDefaultAsync();
        var now = known?.Details ?? StandingOrdersDetails.Usual;
        var details = StandingOrdersDetails.Read(input, now);
        if (details.WaiverYears != now.WaiverYears && Lookups.Stale(viewer, clock) is { } stale) return stale;
        if (input.Refusal is { } invalid) return invalid;
        var orders = known ?? (await db.AddAsync(new StandingOrders(viewer.OperatorId))).Entity;
        orders.Change(details);
        return Outcome.Done(orders.Id);
    });
}
