using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Whom a nudge emails.</summary>
public static class NudgeRecipients
{
    public static async Task<IReadOnlyList<(CrewPosition Position, Member Member)>> ToNudge(
        this AppDbContext db, Charter charter)
    {
        var hasOpenItems = (await db.WithOpenItems([charter.Id], Phase.PreDeparture, default)).Count > 0;
        var ids = charter.Positions.Select(position => position.MemberId).OfType<Guid>().ToList();
        var members = await db.Members.AsNoTracking().Where(member => ids.Contains(member.Id))
            .ToDictionaryAsync(member => member.Id);
        return Of(charter, hasOpenItems, members);
    }

    /// <summary>
    /// The members who have not confirmed, or all if a required item is open; without those who cannot sign in or want
    /// no reminders.
    /// </summary>
    /// <param name="hasOpenItems">Whether a required item before departure is not done.</param>
    public static IReadOnlyList<(CrewPosition Position, Member Member)> Of(
        Charter charter, bool hasOpenItems, IReadOnlyDictionary<Guid, Member> members) =>
    [
        .. from position in charter.Positions
           where hasOpenItems || position.ConfirmedAt is null
           let member = position.MemberId is { } id ? members.GetValueOrDefault(id) : null
           where member?.CanSignIn == true && member.Wants(EmailPreference.Reminders)
           orderby position.Role
           select (position, member),
    ];
}
