using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// What the owner orders once for all charters. How long waivers are kept wants a sign-in of the last ten minutes.
/// </summary>
public sealed class StandingOrdersActions(AppDbContext db, Change change, TimeProvider clock)
{
    public Task<Outcome> Change(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        if (viewer.MayNot(Right.KeepOrders) is { } refusal) return refusal;
        var known = await db.StandingOrders.FirstOrDefaultAsync();
        var now = known?.Details ?? StandingOrdersDetails.Usual;
        var details = StandingOrdersDetails.Read(input, now);
        if (details.WaiverYears != now.WaiverYears && Lookups.Stale(viewer, clock) is { } late) return late;
        if (input.Refusal is { } bad) return bad;
        var orders = known ?? (await db.AddAsync(new StandingOrders(viewer.OperatorId))).Entity;
        orders.Change(details);
        return Outcome.Done(orders.Id);
    });
}
