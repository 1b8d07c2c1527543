using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Pages;

public sealed class TemplatesPage(ShipDb db) : KeptListPage<ChecklistTemplate>(db)
{
    protected override string NameOf(ChecklistTemplate thing) => thing.Name;
}
