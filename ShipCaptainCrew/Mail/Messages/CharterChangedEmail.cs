using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to the crew when the time, the vessel or the meeting point has changed.</summary>
public sealed class CharterChangedEmail(
    CharterContexts contexts, Sender sender, CrewCalendar calendar, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "charter_changed";

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        if (!context.IsOn || context.Position is not { } position) return null;
        var content = About(
            context,
            to,
            L["Changed: {0}: you are {1}", context.Trip, Role(position.Role)],
            L["Changed: {0} now leaves {1}. You are {2}.", context.Vessel, context.When, Role(position.Role)]);
        return content with
        {
            Paragraphs = [L["The time, the vessel or the meeting point has changed. Here is the new plan."]],
            Invite = calendar.Request(context, Role(position.Role), to),
        };
    }
}
