using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The link in an optional email that turns this kind of email off. It is the same in every such email to a mailbox and
/// has no expiry, because a person who turned emails off gets no newer link to turn them on again.
/// </summary>
public sealed class StopLinks(SignedLinks links, Sender sender, IStringLocalizer<Text> l)
{
    /// <summary>What a mail program posts (RFC 8058); the button of the page sends the same.</summary>
    public const string Field = "List-Unsubscribe", OneClick = "One-Click";

    /// <returns>The email with its link; unchanged if it is not optional.</returns>
    public async Task<EmailContent> AddTo(EmailContent content, OutboxEmail email, CancellationToken cancel)
    {
        if (OptionalEmails.StopLinkKind(email) is not { } kind) return content;
        var mailbox = MailboxId.Of(content.To.Address);
        var person = (email.MemberId ?? email.SubjectId)!.Value;
        var token = await links.IssueLasting(kind, email.OperatorId!.Value, mailbox, person, cancel);
        return content with { Stop = new(l["Turn these emails off"], sender.Link(OpenPages.Unsubscribe(token))) };
    }
}
