using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>The letters about waivers that a change causes. Guests hear nothing of a draft.</summary>
internal static class WaiverEmails
{
    /// <summary>
    /// A guest with an address is asked to sign once they are on the list. Who adds themselves at the dock signs there.
    /// </summary>
    public static async Task<IEnumerable<OutboxEmail>> Ask(this EmailTrigger cause, Guid guestId)
    {
        var guest = await cause.Db.Guests.FindAsync(cause.Db.OperatorId, guestId);
        if (guest is null or { Email: null } or { HasSigned: true } or { Source: GuestSource.DockLink }) return [];
        var charter = await cause.Db.Charters.FindAsync(cause.Db.OperatorId, guest.CharterId);
        return charter!.AwaitsDeparture ? [cause.Email(WaiverRequestEmail.Kind, null, guestId)] : [];
    }

    /// <summary>The draft is shown: its guests are asked now.</summary>
    public static async Task<IEnumerable<OutboxEmail>> AskAll(this EmailTrigger cause)
    {
        var guests = await cause.Db.Guests.AsNoTracking()
            .Where(row => row.CharterId == cause.Item.Entry.CharterId && row.Email != null && row.WaiverId == null)
            .Select(row => row.Id).ToListAsync();
        return guests.Select(id => cause.Email(WaiverRequestEmail.Kind, null, id));
    }

    /// <summary>Somebody asks this one guest again by hand, whatever way they came onto the list.</summary>
    public static IEnumerable<OutboxEmail> AskAgain(this EmailTrigger cause, Guid guestId) =>
        [cause.Email(WaiverRequestEmail.Kind, null, guestId)];

    /// <summary>One copy for each waiver, however many children it was signed for.</summary>
    public static IEnumerable<OutboxEmail> Copy(this EmailTrigger cause, WaiverSigned signed) =>
        cause.All.First(item => item.Event is WaiverSigned other && other.WaiverId == signed.WaiverId) == cause.Item
            ? [cause.Email(WaiverReceiptEmail.Kind, null, signed.WaiverId)]
            : [];
}
