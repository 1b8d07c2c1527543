using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the new address of an email change, to confirm it. If the address already belongs to another person, they
/// are told so and there is nothing to confirm.
/// </summary>
public sealed class NewAddressConfirmationEmail(
    EmailChanges emailChanges, PendingLinks pendingLinks, Sender sender, IStringLocalizer<Text> l)
    : EmailChangeConfirmationEmail(emailChanges, pendingLinks, sender, l)
{
    protected override Mailbox Side => Mailbox.New;

    protected override async Task<EmailContent?> Alternative(EmailChange emailChange, CancellationToken cancel) =>
        !await EmailChanges.IsAnothers(emailChange, cancel) ? null
        : new(new("", emailChange.Email), L["Somebody asked to sign in with your address"],
            L[
                "Somebody asked to sign in with this address instead of theirs. It is already yours, so nothing "
                + "changes."])
        {
            Paragraphs = [
                L[
                    "If it was you, with another address: sign in with this one, and ask the office to invite it "
                    + "where it is missing."]],
            Action = new(L["Sign in"], Sender.Link(OpenPages.SignIn)),
            Closing = L["If it was not you, do nothing."],
        };

    protected override EmailContent Ask(EmailChange emailChange) =>
        new(new("", emailChange.Email), L["Is this your new email address?"],
            L["Whoever signs in with {0} asked to sign in with this address from now on.", emailChange.OldEmail])
    {
        Paragraphs = [
            L[
                "If that is you, confirm it here and in the email to your old address. Nothing changes until both are "
                + "confirmed. The link works once, for {0} hours.",
                EmailChange.Life.TotalHours]],
        Closing = L["If it is not you, do nothing. Nothing happens unless you confirm."],
    };
}
