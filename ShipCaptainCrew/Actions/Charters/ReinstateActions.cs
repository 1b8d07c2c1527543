using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Withdraws the cancellation of a charter that is still ahead.</summary>
public sealed class ReinstateActions(AppDbContext db, Change change, Overlaps overlaps, CrewList crewList)
{
    /// <summary>
    /// Refused if its vessel has since been booked for that time. Members who were suspended or archived since lose
    /// their positions, as they do on every coming charter.
    /// </summary>
    public Task<Outcome> Reinstate(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.RunLifecycle, charter) is { } forbidden) return forbidden;
        var wasCancelled = charter.Status == CharterStatus.Cancelled;
        if ((input.Refusal ?? charter.Reinstate(actor)) is { } refusal) return refusal;
        if (!wasCancelled) return Outcome.Done(id);
        var vessel = await db.Vessels.FindAsync(charter.OperatorId, charter.VesselId);
        if (await overlaps.Of(vessel!, charter.Plan, id) is { } clash) return clash;
        await db.ReleaseMembersGone(charter, actor);
        return Outcome.Done(id) with { Warnings = await crewList.Warnings(viewer, charter) };
    });
}
