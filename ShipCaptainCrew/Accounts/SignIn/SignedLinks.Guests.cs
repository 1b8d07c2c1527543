using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Tokens;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>The links of guests.</summary>
public sealed partial class SignedLinks
{
    /// <summary>Creates a guest's link inside the current transaction and returns its token.</summary>
    public string Write(GuestLinkRequest guest, DateTimeOffset at)
    {
        var token = RandomTokens.Token();
        db.Add(new SignedLink(
            LinkKind.Waiver, guest.OperatorId, guest.WaiverId ?? guest.GuestId, guest.GuestId, Hash(token), at,
            guest.ExpiresAt)
        {
            IsFromOffice = guest.IsFromOffice,
            Mailbox = guest.Mailbox,
        });
        return token;
    }

    /// <summary>
    /// Revokes a guest's links that were mailed to a mailbox, inside the current transaction. Links made before
    /// mailboxes were stored are revoked too.
    /// </summary>
    /// <param name="subjects">The guest's id, and the ids of the waivers signed by the guest's links.</param>
    public async Task RevokeMailed(
        Guid operatorId, IReadOnlyCollection<Guid> subjects, Guid mailbox, DateTimeOffset at)
    {
        var links = await db.Set<SignedLink>()
            .Where(row => row.OperatorId == operatorId && subjects.Contains(row.SubjectId))
            .Where(row => row.Kind == LinkKind.Waiver && row.RevokedAt == null
                && (row.Mailbox == mailbox || row.Mailbox == SignedLink.UnknownMailbox))
            .ToListAsync();
        links.ForEach(link => link.Revoke(at));
    }
}
