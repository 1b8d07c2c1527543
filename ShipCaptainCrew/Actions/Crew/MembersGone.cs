using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Crew;

/// <summary>
/// Members who were suspended or archived while a charter was cancelled. When it is on again, they lose their
/// positions, as they do on every coming charter.
/// </summary>
internal static class MembersGone
{
    public static async Task ReleaseMembersGone(this AppDbContext db, Charter charter, Actor actor)
    {
        var gone = await db.Members.Where(member => member.SuspendedAt != null || member.ArchivedAt != null)
            .Select(member => member.Id).ToListAsync();
        foreach (var memberId in gone) charter.ReleaseMember(memberId, actor.At);
    }
}
