using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The link in an email to a guest. A retry contains the same link, unless it was revoked because the guest's address
/// was corrected.
/// </summary>
public sealed class GuestMailLinks(AppDbContext db, Change change, SignedLinks links, PendingLinks pendingLinks)
{
    /// <param name="isGuestsAddress">
    /// Whether the email goes to the guest's address as the list has it. The link is then not made if the address was
    /// corrected in the meantime.
    /// </param>
    /// <returns>The token; null if the email must not be sent to this address any more.</returns>
    public async Task<string?> Issue(
        OutboxEmail email, GuestLinkRequest guest, bool isGuestsAddress, CancellationToken cancel)
    {
        if (pendingLinks.For(email.Id) is { } pending
            && await links.Find(LinkKind.Waiver, pending.Token, cancel) is { } live && live.Mailbox == guest.Mailbox)
            return pending.Token;
        var token = await change.Run(
            async actor => isGuestsAddress && !await IsCurrent(guest, cancel) ? null : links.Write(guest, actor.At),
            cancel);
        if (token is not null) pendingLinks.Keep(email.Id, new(token, ""));
        return token;
    }

    private async Task<bool> IsCurrent(GuestLinkRequest guest, CancellationToken cancel)
    {
        var addresses = await db.Guests
            .Where(row => row.Id == guest.GuestId || (guest.WaiverId != null && row.WaiverId == guest.WaiverId))
            .Where(row => row.Email != null).Select(row => row.Email!).ToListAsync(cancel);
        return addresses.Exists(address => MailboxId.Of(address) == guest.Mailbox);
    }
}
