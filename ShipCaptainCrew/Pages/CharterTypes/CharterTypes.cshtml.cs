using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Pages.CharterTypes;

public sealed class CharterTypesPage(AppDbContext db) : ReferenceListPage<CharterType>(db)
{
    protected override string NameOf(CharterType thing) => thing.Name;
}
