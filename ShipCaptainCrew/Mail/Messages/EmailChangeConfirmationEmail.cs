using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to one of the two mailboxes of an email change, with the link and the code to confirm it. Not sent once the
/// change has ended.
/// </summary>
public abstract class EmailChangeConfirmationEmail(
    EmailChanges emailChanges, PendingLinks pendingLinks, Sender sender, IStringLocalizer<Text> l)
    : IEmailComposer
{
    protected abstract Mailbox Side { get; }

    protected EmailChanges EmailChanges => emailChanges;

    protected Sender Sender => sender;

    protected IStringLocalizer<Text> L => l;

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        if (await emailChanges.Asking(email.SubjectId!.Value, cancel) is not { } emailChange) return null;
        if (await Alternative(emailChange, cancel) is { } alternative) return alternative;
        if ((pendingLinks.For(email.Id) ?? await emailChanges.Issue(emailChange.Id, Side, cancel)) is not { } link)
            return null;
        return Ask(emailChange) with { Action = ToConfirm(pendingLinks.Keep(email.Id, link)) };
    }

    /// <summary>The email without its link.</summary>
    protected abstract EmailContent Ask(EmailChange emailChange);

    /// <summary>The email to send if there is nothing to confirm; null if there is.</summary>
    protected virtual Task<EmailContent?> Alternative(EmailChange emailChange, CancellationToken cancel) =>
        Task.FromResult<EmailContent?>(null);

    private EmailAction ToConfirm(Issued link) =>
        new(l["Check and confirm"], sender.Link(OpenPages.EmailChange(link.Token)))
        {
            Note = l[
                "Your code for that page is {0}. You need it in any browser except the one where you "
                    + "asked.", link.Code],
        };
}
