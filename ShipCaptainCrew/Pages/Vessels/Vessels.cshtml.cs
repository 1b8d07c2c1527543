using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Pages.Vessels;

public sealed class VesselsPage(AppDbContext db) : ReferenceListPage<Vessel>(db)
{
    protected override string NameOf(Vessel thing) => thing.Name;
}
