using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Fleet;

/// <summary>What can be done with vessels.</summary>
public sealed class VesselActions(AppDbContext db, Change change)
    : ReferenceDataActions<Vessel, VesselDetails>(db, change)
{
    protected override Task<VesselDetails> Read(Input input, Vessel? now) =>
        Task.FromResult(VesselDetails.Read(input, now?.Details));

    protected override Vessel Make(Guid operatorId, VesselDetails details) => new(operatorId, details);

    protected override void Rewrite(Vessel noun, VesselDetails details) => noun.Change(details);
}
