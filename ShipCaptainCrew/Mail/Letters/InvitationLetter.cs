using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To a new member, with the link by which they come aboard. The link is made now, not when the invitation was written.</summary>
public sealed class InvitationLetter(ShipDb db, MagicLinks links, LinksInHand hand, Letterhead head, IStringLocalizer<Text> l) : IWriter
{
    public const string Kind = "invitation";

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.MemberId, cancel);
        if (member is null || member.JoinedAt is not null || !member.MayCome) return null;
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        var link = hand.For(letter.Id) ?? hand.Keep(letter.Id, await links.Invite(member, cancel));
        return new(new(member.Name, member.Email), l["{0} invites you aboard", house.Name], l["{0} invites you aboard as {1}.", house.Name, l[member.Role.Word().Text]])
        {
            Sender = house.Name,
            Says = [l["The link works once, and for {0} days.", MagicLink.InvitationLife.Days]],
            Act = new(l["Come aboard"], head.Link(OpenPages.SignInLink(link.Token))),
            Closing = l["If you do not know {0}, do nothing.", house.Name],
        };
    }
}
