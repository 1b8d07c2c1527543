using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to a new member, with a sign-in link that is created when the email is sent.</summary>
public sealed class InvitationEmail(
    AppDbContext db, MagicLinks links, PendingLinks pendingLinks, Sender sender, IStringLocalizer<Text> l)
    : IEmailComposer
{
    public const string Kind = "invitation";

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.MemberId, cancel);
        if (member is null || member.JoinedAt is not null || !member.CanSignIn) return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        var link = pendingLinks.For(email.Id) ?? pendingLinks.Keep(email.Id, await links.Invite(member, cancel));
        return new(new(member.Name, member.Email), l["{0} invites you to join", theOperator.Name],
            l["{0} invites you to join as {1}.", theOperator.Name, l[member.Role.Label().Text]])
        {
            Sender = EmailSender.Of(theOperator),
            Paragraphs = [l["The link works once, and for {0} days.", MagicLink.InvitationLife.Days]],
            Action = new(l["Accept the invitation"], sender.Link(OpenPages.SignInLink(link.Token))),
            Closing = l["If you do not know {0}, ignore this email.", theOperator.Name],
        };
    }
}
