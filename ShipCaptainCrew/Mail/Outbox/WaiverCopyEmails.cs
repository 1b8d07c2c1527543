using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// The copies of signed waivers. Somebody who joined by a shared link can type any address, so the copy is sent only
/// once the crew has placed them or said which guest they are.
/// </summary>
internal static class WaiverCopyEmails
{
    /// <summary>
    /// One copy per waiver, even if it was signed for several children. The signer decides: a child may wait to be
    /// placed although the signer is on the list.
    /// </summary>
    public static async Task<IEnumerable<OutboxEmail>> Copy(this EmailTrigger trigger, WaiverSigned signed)
    {
        var first = trigger.All.First(item => item.Event is WaiverSigned other && other.WaiverId == signed.WaiverId);
        var record = trigger.Db.Waivers.Local.FirstOrDefault(row => row.Id == signed.WaiverId);
        return first == trigger.Item && record is not null && trigger.SignerOf(record) is { IsPlaced: true }
            ? await trigger.CopyOf(record)
            : [];
    }

    /// <summary>A guest who is placed gets the copy that waited, or else is asked to sign.</summary>
    public static async Task<IEnumerable<OutboxEmail>> Placed(this EmailTrigger trigger, Guid guestId) =>
        await trigger.SignedBy(guestId) is { } record ? await trigger.CopyOf(record) : await trigger.Ask(guestId);

    /// <summary>The crew said which guest a waiting entry is of; if it was signed, its copy goes out now.</summary>
    public static async Task<IEnumerable<OutboxEmail>> Matched(this EmailTrigger trigger, GuestMatched matched) =>
        await trigger.SignedBy(matched.WaitingId) is { } record ? await trigger.CopyOf(record) : [];

    /// <summary>The waiver that was signed by a guest's own link; null if there is none.</summary>
    private static Task<WaiverRecord?> SignedBy(this EmailTrigger trigger, Guid guestId) =>
        trigger.Db.Waivers.AsNoTracking().Where(row => row.GuestId == guestId && row.Kind == RecordKind.Signed)
            .OrderByDescending(row => row.Seq).FirstOrDefaultAsync();

    private static async Task<IEnumerable<OutboxEmail>> CopyOf(this EmailTrigger trigger, WaiverRecord record)
    {
        if (await trigger.HasCopy(record.Id)) return [];
        var mailbox = trigger.MailboxFor(record);
        return mailbox is null
            || await trigger.Counts.TryAdd(WaiverReceiptEmail.Kind, mailbox.Value, MailboxCounts.Copies)
            ? [trigger.Email(WaiverReceiptEmail.Kind, null, record.Id, mailbox: mailbox)]
            : [];
    }

    private static Task<bool> HasCopy(this EmailTrigger trigger, Guid waiverId) =>
        trigger.Db.Outbox.AnyAsync(email => email.Kind == WaiverReceiptEmail.Kind && email.SubjectId == waiverId);

    private static Guid? MailboxFor(this EmailTrigger trigger, WaiverRecord record)
    {
        if (record.Body is null) return null;
        var typed = WaiverContent.Read(record.Body).Email;
        return (typed ?? trigger.SignerOf(record)?.Email) is { } address ? MailboxId.Of(address) : null;
    }

    /// <summary>
    /// The guest who signed by their link, or whose entry was matched with that guest in this change. The change has
    /// loaded the guest; it is not saved yet.
    /// </summary>
    private static Guest? SignerOf(this EmailTrigger trigger, WaiverRecord record) =>
        trigger.Db.Guests.Local.FirstOrDefault(row => row.Id == record.GuestId)
            ?? trigger.Db.Guests.Local.FirstOrDefault(row => row.WaiverId == record.Id);
}
