using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to a member who no longer has a position.</summary>
public sealed class PositionReleasedEmail(
    CharterContexts contexts, Sender sender, CrewCalendar calendar, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "place_given_up";

    protected override bool IncludesInactiveMembers => true;

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        if (context.Position is not null) return null;
        var facts = PositionFacts.Of(context.Email);
        var content = About(
            context,
            to,
            L["{0}: you are no longer {1}", context.Trip, Role(facts.Role)],
            L["You are no longer {0} on {1}, {2}.", Role(facts.Role), context.Vessel, context.When]);
        return content with
        {
            Paragraphs = [Reason(context, facts)],
            Invite = calendar.Cancel(context, Role(facts.Role), to),
        };
    }

    private string Reason(CharterContext context, PositionFacts facts) =>
        facts.By == context.Email.MemberId ? L["You gave up the role."]
        : context.Member(facts.By) is { } by ? L["{0} took you off this charter.", by.Name]
        : L["You were taken off this charter."];
}
