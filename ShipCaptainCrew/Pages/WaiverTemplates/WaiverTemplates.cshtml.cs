using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.WaiverTemplates;

public sealed class WaiverTemplatesPage(AppDbContext db) : ReferenceListPage<WaiverTemplate>(db)
{
    protected override string NameOf(WaiverTemplate thing) => thing.Name;
}
