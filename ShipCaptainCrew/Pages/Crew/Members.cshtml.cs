using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Pages.Crew;

public sealed class MembersPage(AppDbContext db) : ReferenceListPage<Member>(db)
{
    /// <summary>CSS class of a status; only unusual statuses are highlighted.</summary>
    public static string Badge(MemberStatus status) => status switch
    {
        MemberStatus.Invited => "badge amber",
        MemberStatus.Suspended => "badge alarm",
        _ => "meta",
    };

    protected override string NameOf(Member thing) => thing.Name;
}
