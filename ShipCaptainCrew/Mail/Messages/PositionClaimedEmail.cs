using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>To whoever has a place now, by their own claim or because somebody put them down for it.</summary>
public sealed class PositionClaimedEmail(
    CharterContexts contexts, Sender sender, CrewCalendar calendar, AttendanceLinks links, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "place";

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        var facts = PositionFacts.Of(context.Email);
        if (!context.IsOn || context.Position?.Role != facts.Role) return null;
        var content = About(
            context,
            to,
            L["{0}: you are {1}", context.Trip, Role(facts.Role)],
            L["You are {0} on {1}, {2}.", Role(facts.Role), context.Vessel, context.When]);
        return content with { Paragraphs = IsAsked(context) ? [Please(context.Member(facts.By)?.Name)] : [],
            Invite = calendar.Request(context, Role(facts.Role), to) };
    }

    /// <summary>Who was put down by somebody else is asked to say yes, or no.</summary>
    protected override async Task<EmailContent> Finish(
        EmailContent content, CharterContext context, CancellationToken cancel) =>
        !IsAsked(context) ? content : content with
    {
        Act =
            new(L["I'll be there, or I can't"],
                await links.For(context.Email, context.Charter, context.Position!.MemberId!.Value, cancel)),
    };

    private string Please(string? by) =>
        by is null
            ? L["Please say that you will be there."]
            : L["{0} put you down for it. Please say that you will be there.", by];

    private static bool IsAsked(CharterContext context) => context.Position!.ConfirmedAt is null;
}
