using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages;

public sealed class WaiverTemplatesPage(ShipDb db) : KeptListPage<WaiverTemplate>(db)
{
    protected override string NameOf(WaiverTemplate thing) => thing.Name;
}
