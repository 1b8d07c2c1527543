using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Pages.ChecklistTemplates;

public sealed class ChecklistTemplatesPage(AppDbContext db) : ReferenceListPage<ChecklistTemplate>(db)
{
    protected override string NameOf(ChecklistTemplate thing) => thing.Name;
}
