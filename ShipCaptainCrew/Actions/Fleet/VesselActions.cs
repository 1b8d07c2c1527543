using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Fleet;

/// <summary>Creates, changes and archives vessels.</summary>
public sealed class VesselActions(AppDbContext db, Change change)
    : ReferenceDataActions<Vessel, VesselDetails>(db, change)
{
    protected override Task<VesselDetails> Read(Input input, Vessel? now) =>
        Task.FromResult(VesselDetails.Read(input, now?.Details));

    protected override Vessel Make(Guid operatorId, VesselDetails details) => new(operatorId, details);

    protected override void Rewrite(Vessel entity, VesselDetails details) => entity.Change(details);
}
