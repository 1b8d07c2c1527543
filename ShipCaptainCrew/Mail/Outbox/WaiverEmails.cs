using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// The requests to sign that a change causes. Guests of a draft charter get none, nor do guests who wait to be placed.
/// A mailbox gets only so many a day.
/// </summary>
internal static class WaiverEmails
{
    /// <summary>
    /// A guest with an email address is asked to sign when added. A guest who uses the dock link signs there instead.
    /// </summary>
    public static async Task<IEnumerable<OutboxEmail>> Ask(this EmailTrigger trigger, Guid guestId)
    {
        var guest = await trigger.Guest(guestId);
        if (guest is null or { Email: null } or { HasSigned: true } or { IsPlaced: false }
            or { Source: GuestSource.DockLink })
            return [];
        var charter = await trigger.Db.Charters.FindAsync(trigger.Db.OperatorId, guest.CharterId);
        return charter!.AwaitsDeparture ? await trigger.Request(guestId, guest.Email) : [];
    }

    /// <summary>Asks all unsigned guests when a draft is published.</summary>
    public static async Task<IEnumerable<OutboxEmail>> AskAll(this EmailTrigger trigger)
    {
        var guests = await trigger.Db.Guests.AsNoTracking()
            .Where(row => row.CharterId == trigger.Item.Entry.CharterId && row.IsPlaced)
            .Where(row => row.Email != null && row.WaiverId == null)
            .OrderBy(row => row.AddedAt).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Email }).ToListAsync();
        var mailboxes = guests.Select(guest => MailboxId.Of(guest.Email!)).Distinct().ToList();
        await trigger.Counts.Load(WaiverRequestEmail.Kind, mailboxes);
        var emails = new List<OutboxEmail>();
        foreach (var guest in guests) emails.AddRange(await trigger.Request(guest.Id, guest.Email!));
        return emails;
    }

    /// <summary>Asks one guest again on request, however they were added. The action has checked the limits.</summary>
    public static async Task<IEnumerable<OutboxEmail>> AskAgain(this EmailTrigger trigger, Guid guestId)
    {
        var guest = await trigger.Guest(guestId);
        return [trigger.Email(WaiverRequestEmail.Kind, null, guestId, mailbox: MailboxId.Of(guest!.Email!))];
    }

    /// <summary>
    /// The captain and the office are told, and the guest is asked to sign unless they just did.
    /// </summary>
    public static async Task<IEnumerable<OutboxEmail>> AgeChanged(this EmailTrigger trigger, GuestAgeChanged changed)
    {
        var charter = await trigger.Charter();
        if (!charter.AwaitsDeparture) return [];
        var facts = new GuestAgeEmail.Facts(changed.IsMinor).ToJson();
        var told = (await trigger.Office()).Append(charter.CaptainId ?? Guid.Empty)
            .Where(id => id != Guid.Empty && id != trigger.By.MemberId).Distinct();
        return
        [
            .. await trigger.Ask(changed.GuestId),
            .. told.Select(id => trigger.Email(GuestAgeEmail.Kind, id, changed.GuestId, facts)),
        ];
    }

    public static async Task<Guest?> Guest(this EmailTrigger trigger, Guid guestId) =>
        await trigger.Db.Guests.FindAsync(trigger.Db.OperatorId, guestId);

    private static async Task<IEnumerable<OutboxEmail>> Request(
        this EmailTrigger trigger, Guid guestId, string address)
    {
        var mailbox = MailboxId.Of(address);
        return await trigger.Counts.TryAdd(WaiverRequestEmail.Kind, mailbox, MailboxCounts.Requests)
            ? [trigger.Email(WaiverRequestEmail.Kind, null, guestId, mailbox: mailbox)]
            : [];
    }
}
