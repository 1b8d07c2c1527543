using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The link in an optional email that turns this kind of email off. It is the same in every such email to a mailbox. A
/// member's link has no expiry; a guest's works until 60 days after the charter.
/// </summary>
public sealed class StopLinks(AppDbContext db, SignedLinks links, Sender sender, IStringLocalizer<Text> l)
{
    /// <returns>The email with its link; unchanged if it is not optional.</returns>
    public async Task<EmailContent> AddTo(EmailContent content, OutboxEmail email, CancellationToken cancel)
    {
        if (OptionalEmails.StopLinkKind(email) is not { } kind) return content;
        var mailbox = MailboxId.Of(content.To.Address);
        var person = (email.MemberId ?? email.SubjectId)!.Value;
        var expiry = await Expiry(email, cancel);
        var token = await links.IssueLasting(kind, email.OperatorId!.Value, mailbox, person, expiry, cancel);
        return content with { Stop = new(l["Turn these emails off"], sender.Link(OpenPages.Unsubscribe(token))) };
    }

    private async Task<DateTimeOffset> Expiry(OutboxEmail email, CancellationToken cancel)
    {
        if (email.MemberId is not null) return DateTimeOffset.MaxValue;
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == email.CharterId, cancel);
        return SignedLink.ExpiryFor(charter);
    }
}
