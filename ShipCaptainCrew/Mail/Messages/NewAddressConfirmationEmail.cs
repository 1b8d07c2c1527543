using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// To the address somebody wants. Where it is another person's already, they are told, and there is nothing to say yes
/// to.
/// </summary>
public sealed class NewAddressConfirmationEmail(
    EmailChanges emailChanges, PendingLinks pendingLinks, Sender sender, IStringLocalizer<Text> l)
    : EmailChangeConfirmationEmail(emailChanges, pendingLinks, sender)
{
    protected override Mailbox Side => Mailbox.New;

    protected override async Task<EmailContent?> Instead(EmailChange wish, CancellationToken cancel) =>
        !await Addresses.IsAnothers(wish, cancel) ? null
        : new(new("", wish.Email), l["Somebody asked to sign in with your address"],
            l["Somebody asked to sign in with this address instead of theirs. It is yours already, so nothing changes."])
        {
            Paragraphs = [
                l["If it was you under another address: sign in with this one, and ask the office to invite it where it is not known."]],
            Act = new(l["Sign in"], Head.Link(OpenPages.SignIn)),
            Closing = l["If it was not you, do nothing."],
        };

    protected override EmailContent Ask(EmailChange wish, string link) =>
        new(new("", wish.Email), l["Is this your new e-mail address?"],
            l["Whoever signs in with {0} asked to sign in with this address from now on.", wish.OldEmail])
    {
        Paragraphs = [
            l["If that is you, say yes here, and by the letter to your old address. Until both have said yes, nothing changes. The link works once, for {0} hours.", EmailChange.Life.TotalHours]],
        Act = new(l["Look and say yes"], link),
        Closing = l["If it is not you, do nothing: nothing happens without your yes."],
    };
}
