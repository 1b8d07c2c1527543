using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to guests and booker when the date, a time, the vessel or the meeting point has changed, with what holds now.
/// </summary>
public sealed class CharterChangedForGuestsEmail(CharterContexts contexts, Sender sender, IStringLocalizer<Text> l)
    : GuestNoticeEmail(contexts, sender, l)
{
    public const string Kind = "charter_changed_for_guests";

    protected override EmailContent? Write(CharterContext context, Recipient to) =>
        !context.IsOn || context.Charter.HasSailed ? null : ToGuest(
        context,
        to,
        L["Changed: your charter on {0}, {1}", context.When, context.Vessel],
        L["Your charter aboard {0} has changed. It is on {1}.", context.Vessel, context.When]) with
    {
        Paragraphs = [L["The date, a time, the vessel or the meeting point has changed. Here is the new plan."]],
        Facts = Plan(context),
    };
}
