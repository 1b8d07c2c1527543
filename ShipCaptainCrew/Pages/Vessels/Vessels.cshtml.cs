using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Pages;

public sealed class VesselsPage(ShipDb db) : KeptListPage<Vessel>(db)
{
    protected override string NameOf(Vessel thing) => thing.Name;
}
