using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>The emails about waivers that a change causes. Guests of a draft charter get none.</summary>
internal static class WaiverEmails
{
    /// <summary>
    /// A guest with an email address is asked to sign when added. A guest who uses the dock link signs there instead.
    /// </summary>
    public static async Task<IEnumerable<OutboxEmail>> Ask(this EmailTrigger trigger, Guid guestId)
    {
        var guest = await trigger.Db.Guests.FindAsync(trigger.Db.OperatorId, guestId);
        if (guest is null or { Email: null } or { HasSigned: true } or { Source: GuestSource.DockLink }) return [];
        var charter = await trigger.Db.Charters.FindAsync(trigger.Db.OperatorId, guest.CharterId);
        return charter!.AwaitsDeparture ? [trigger.Email(WaiverRequestEmail.Kind, null, guestId)] : [];
    }

    /// <summary>Asks all unsigned guests when a draft is published.</summary>
    public static async Task<IEnumerable<OutboxEmail>> AskAll(this EmailTrigger trigger)
    {
        var guests = await trigger.Db.Guests.AsNoTracking()
            .Where(row => row.CharterId == trigger.Item.Entry.CharterId && row.Email != null && row.WaiverId == null)
            .Select(row => row.Id).ToListAsync();
        return guests.Select(id => trigger.Email(WaiverRequestEmail.Kind, null, id));
    }

    /// <summary>Asks one guest again on request, however they were added.</summary>
    public static IEnumerable<OutboxEmail> AskAgain(this EmailTrigger trigger, Guid guestId) =>
        [trigger.Email(WaiverRequestEmail.Kind, null, guestId)];

    /// <summary>One copy per waiver, even if it was signed for several children.</summary>
    public static IEnumerable<OutboxEmail> Copy(this EmailTrigger trigger, WaiverSigned signed) =>
        trigger.All.First(item => item.Event is WaiverSigned other && other.WaiverId == signed.WaiverId) == trigger.Item
            ? [trigger.Email(WaiverReceiptEmail.Kind, null, signed.WaiverId)]
            : [];
}
