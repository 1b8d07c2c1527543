using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>Finds the guests who were not asked to sign because their mailbox had its emails of the day.</summary>
public static class UnmailedGuests
{
    /// <param name="now">The present time (UTC).</param>
    public static async Task<IReadOnlySet<Guid>> Of(
        AppDbContext db, Charter charter, GuestManifest manifest, DateTimeOffset now)
    {
        if (!charter.AwaitsDeparture) return new HashSet<Guid>();
        var mailboxes = manifest.Unsigned.Where(guest => guest is { Email: not null, Source: not GuestSource.DockLink })
            .ToDictionary(guest => guest.Id, guest => MailboxId.Of(guest.Email!));
        if (mailboxes.Count == 0) return new HashSet<Guid>();
        var requests = await db.Outbox.Where(MailboxCounts.IsCounted(WaiverRequestEmail.Kind, now))
            .Where(email => email.Mailbox != null && mailboxes.Values.Contains(email.Mailbox.Value))
            .Select(email => new { Mailbox = email.Mailbox!.Value, email.SubjectId }).ToListAsync();
        var full = requests.CountBy(email => email.Mailbox).Where(count => count.Value >= MailboxCounts.Requests)
            .Select(count => count.Key).ToHashSet();
        var asked = requests.Select(email => email.SubjectId).ToHashSet();
        return mailboxes.Where(guest => full.Contains(guest.Value) && !asked.Contains(guest.Key))
            .Select(guest => guest.Key).ToHashSet();
    }
}
