using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to the captain and the office when somebody takes a position or gives it up.</summary>
public sealed class CrewNoticeEmail(CharterContexts contexts, Sender sender, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "crew_notice";

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        if (!context.IsOn || context.Member(context.Email.SubjectId) is not { } member) return null;
        var facts = PositionFacts.Of(context.Email);
        var role = Role(facts.Role);
        var (subject, opening) = facts.Taken
            ? (L["{0}: {1} is {2}", context.Trip, member.Name, role],
                L["{0} is {1} on {2}, {3}.", member.Name, role, context.Vessel, context.When])
            : (L["{0}: {1} is no longer {2}", context.Trip, member.Name, role],
                L["{0} is no longer {1} on {2}, {3}.", member.Name, role, context.Vessel, context.When]);
        return About(context, to, subject, opening) with { Paragraphs = [FilledPositions(context)] };
    }

    private string FilledPositions(CharterContext context)
    {
        var positions = context.Charter.Positions;
        return L["{0} of {1} roles are filled.", positions.Count(position => !position.IsOpen), positions.Count];
    }
}
