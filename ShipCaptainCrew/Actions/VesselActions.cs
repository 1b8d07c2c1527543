using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions;

/// <summary>What can be done with vessels.</summary>
public sealed class VesselActions(ShipDb db, Change change) : IKeeper
{
    public Task<Outcome> Create(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        if (viewer.MayNot(Right.KeepReferenceData) is { } no) return no;
        var details = VesselDetails.Read(input);
        if (input.Refusal is { } bad) return bad;
        var vessel = new Vessel(viewer.OperatorId, details);
        await db.AddAsync(vessel);
        return Outcome.New(vessel.Id);
    });

    public Task<Outcome> Change(Viewer viewer, Guid id, Input input) => change.Run(input, async _ =>
    {
        if (await Find(id) is not { } vessel) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepReferenceData) is { } no) return no;
        var details = VesselDetails.Read(input, vessel.Details);
        if (input.Refusal is { } bad) return bad;
        vessel.Change(details);
        return Outcome.Done(id);
    });

    public Task<Outcome> Archive(Viewer viewer, Guid id, Input input) => change.Run(input, async by =>
    {
        if (await Find(id) is not { } vessel) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepReferenceData) is { } no) return no;
        vessel.Archive(by);
        return Outcome.Done(id);
    });

    private Task<Vessel?> Find(Guid id) => db.Vessels.FirstOrDefaultAsync(vessel => vessel.Id == id);
}
