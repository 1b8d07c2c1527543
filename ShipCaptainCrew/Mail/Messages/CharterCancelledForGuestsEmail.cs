using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the charterer when the charter is canceled, without the reason, which was written for the crew.
/// </summary>
public sealed class CharterCancelledForGuestsEmail(CharterContexts contexts, Sender sender, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "charter_off";

    protected override Recipient? RecipientOf(CharterContext context) =>
        context.Charter.Contact is { Email: { } email } contact ? new(contact.Name ?? "", email) : null;

    protected override EmailContent? Write(CharterContext context, Recipient to) =>
        context.Charter.Status != CharterStatus.Cancelled ? null : About(
        context,
        to,
        L["Cancelled: your charter on {0}, {1}", context.When, context.Vessel],
        L["Your charter of {0} on {1} is cancelled. We are sorry.", context.Vessel, context.When]) with
    {
        Paragraphs = [L["{0} will gladly tell you more and find another day with you.", context.Operator.Name]],
        Facts = context.Charter.Reference is { } reference ? [new(L["Your reference"], reference)] : [],
        Action = null,
        Closing = null,
    };
}
