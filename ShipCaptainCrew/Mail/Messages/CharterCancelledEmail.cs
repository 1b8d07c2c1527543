using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to the crew immediately when the charter is canceled, with the reason.</summary>
public sealed class CharterCancelledEmail(
    CharterContexts contexts, Sender sender, CrewCalendar calendar, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "charter_cancelled";

    protected override bool IncludesInactiveMembers => true;

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        if (context.Charter.Status != CharterStatus.Cancelled || context.Position is not { } position) return null;
        var content = About(
            context,
            to,
            L["Canceled: {0}", context.Trip],
            L["Canceled: {0}, {1}. You do not have to come.", context.Vessel, context.When]);
        return content with
        {
            Paragraphs = context.Charter.CancelReason is { } reason ? [L["Reason: {0}", reason]] : [],
            Invite = calendar.Cancel(context, Role(position.Role), to),
        };
    }
}
