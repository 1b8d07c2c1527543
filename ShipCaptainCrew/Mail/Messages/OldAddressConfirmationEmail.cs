using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to the current address of an email change, to confirm it.</summary>
public sealed class OldAddressConfirmationEmail(
    EmailChanges emailChanges, PendingLinks pendingLinks, Sender sender, IStringLocalizer<Text> l)
    : EmailChangeConfirmationEmail(emailChanges, pendingLinks, sender, l)
{
    protected override Mailbox Side => Mailbox.Old;

    protected override EmailContent Ask(EmailChange emailChange) =>
        new(new("", emailChange.OldEmail), L["Change your email address?"],
            L["You asked to sign in with {0} instead of this address.", emailChange.Email])
    {
        Paragraphs = [
            L[
                "Confirm it here and in the email to the new address. Nothing changes until both are confirmed. The "
                + "link works once, for {0} hours.",
                EmailChange.Life.TotalHours]],
        Closing =
            L[
                "If it was not you, open the link and say no. Then sign in and sign out everywhere else: "
                + "somebody has used your sign-in."],
    };
}
