using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// To one of the two mailboxes of a change of address, with the link by which it says yes. Nothing is sent once that is
/// not wanted any more.
/// </summary>
public abstract class EmailChangeConfirmationEmail(EmailChanges emailChanges, PendingLinks pendingLinks, Sender sender)
    : IEmailComposer
{
    protected abstract Mailbox Side { get; }

    protected EmailChanges Addresses => emailChanges;

    protected Sender Head => sender;

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        if (await emailChanges.Asking(email.SubjectId!.Value, cancel) is not { } wish) return null;
        if (await Instead(wish, cancel) is { } other) return other;
        if ((pendingLinks.For(email.Id) ?? await emailChanges.Issue(wish.Id, Side, cancel)) is not { } link)
            return null;
        return Ask(wish, sender.Link(OpenPages.EmailChange(pendingLinks.Keep(email.Id, link).Token)));
    }

    protected abstract EmailContent Ask(EmailChange wish, string link);

    /// <summary>What is said where nothing is to be asked.</summary>
    protected virtual Task<EmailContent?> Instead(EmailChange wish, CancellationToken cancel) =>
        Task.FromResult<EmailContent?>(null);
}
