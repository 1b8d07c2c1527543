using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Queries whom a nudge emails.</summary>
public static class NudgeRecipients
{
    /// <summary>
    /// The positions whose members have not confirmed, or all if a required item is open; without members who cannot
    /// sign in or want no reminders.
    /// </summary>
    public static async Task<IReadOnlyList<(CrewPosition Position, Member Member)>> ToNudge(
        this AppDbContext db, Charter charter)
    {
        var hasOpenItems = (await db.WithOpenItems([charter.Id], Phase.PreDeparture, default)).Count > 0;
        var positions = charter.Positions
            .Where(position => !position.IsOpen && (hasOpenItems || position.ConfirmedAt is null)).ToList();
        var ids = positions.Select(position => position.MemberId!.Value).ToList();
        var members = await db.Members.AsNoTracking().Where(member => ids.Contains(member.Id))
            .ToDictionaryAsync(member => member.Id);
        return
        [
            .. from position in positions
               let member = members[position.MemberId!.Value]
               where member.CanSignIn && member.Wants(EmailPreference.Reminders)
               orderby position.Role
               select (position, member),
        ];
    }
}
