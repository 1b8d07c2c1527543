using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to guests and booker when the charter is canceled, with the reason.</summary>
public sealed class CharterCancelledForGuestsEmail(CharterContexts contexts, Sender sender, IStringLocalizer<Text> l)
    : GuestNoticeEmail(contexts, sender, l)
{
    public const string Kind = "charter_off";

    protected override EmailContent? Write(CharterContext context, Recipient to) =>
        context.Charter.Status != CharterStatus.Cancelled ? null : ToGuest(
        context,
        to,
        L["Canceled: your charter on {0}, {1}", context.When, context.Vessel],
        L["Your charter aboard {0} on {1} is canceled. We are sorry.", context.Vessel, context.When]) with
    {
        Paragraphs =
        [
            .. context.Charter.CancelReason is { } reason ? [L["Reason: {0}", reason]] : Array.Empty<string>(),
            L["{0} can tell you more and find another day with you.", context.Operator.Name],
        ],
    };
}
