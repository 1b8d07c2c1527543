using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>What became of the emails about the last change of a charter.</summary>
/// <param name="At">When the change was made (UTC).</param>
public sealed record LastNotice(DateTimeOffset At, int Sent, int Waiting, int NotDelivered)
{
    /// <returns>Null if nobody was emailed.</returns>
    public static async Task<LastNotice?> Of(AppDbContext db, Guid charterId)
    {
        var emails = db.Outbox.AsNoTracking().Where(
            email => email.CharterId == charterId && CharterNotices.Kinds.Contains(email.Kind)
                && email.State != EmailState.NotNeeded);
        var counts = await emails.Where(email => email.Seq == emails.Max(other => other.Seq))
            .GroupBy(email => new { email.State, email.CreatedAt })
            .Select(same => new { same.Key.State, same.Key.CreatedAt, Count = same.Count() }).ToListAsync();
        return counts.Count == 0
            ? null
            : new(counts[0].CreatedAt, Count(EmailState.Sent), Count(EmailState.Waiting),
                Count(EmailState.NotDelivered));

        int Count(EmailState state) => counts.Where(row => row.State == state).Sum(row => row.Count);
    }
}
