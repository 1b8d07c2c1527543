using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Pages.Vessels;

public sealed class VesselPage(AppDbContext db, VesselActions vessels) : ReferencePage<Vessel>(db, vessels)
{
    public override string List => Me.Pages.Vessels;
}
