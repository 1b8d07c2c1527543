using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// Changes the settings of an operator: its own details and its standing orders. Changing how long waivers are kept
/// requires a sign-in in the last ten minutes.
/// </summary>
public sealed class SettingsActions(AppDbContext db, Change change, TimeProvider clock)
{
    public Task<Outcome> Change(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        if (viewer.MayNot(Right.KeepOrders) is { } refusal) return refusal;
        var theOperator = await db.Operators.FirstAsync(row => row.Id == viewer.OperatorId);
        var details = OperatorDetails.Read(input, theOperator.Details);
        var known = await db.StandingOrders.FirstOrDefaultAsync();
        var now = known?.Details ?? StandingOrdersDetails.Usual;
        var ordered = StandingOrdersDetails.Read(input, now);
        if (ordered.WaiverYears != now.WaiverYears && Lookups.Stale(viewer, clock) is { } stale) return stale;
        if (input.Refusal is { } invalid) return invalid;
        theOperator.Change(details);
        (known ?? (await db.AddAsync(new StandingOrders(viewer.OperatorId))).Entity).Change(ordered);
        return Outcome.Done(theOperator.Id);
    });
}
