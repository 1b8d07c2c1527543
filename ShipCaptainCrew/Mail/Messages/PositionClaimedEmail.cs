using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to a member who has claimed a position or was assigned to it.</summary>
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
        return content with
        {
            Paragraphs = MustConfirm(context) ? [ConfirmationRequest(context.Member(facts.By)?.Name)] : [],
            Invite = calendar.Request(context, Role(facts.Role), to),
        };
    }

    /// <summary>A member assigned by somebody else is asked to confirm or decline.</summary>
    protected override async Task<EmailContent> Finish(
        EmailContent content, CharterContext context, CancellationToken cancel) =>
        !MustConfirm(context) ? content : content with
        {
            Action = await links.For(context.Email, context.Charter, context.Position!.MemberId!.Value, cancel),
        };

    private string ConfirmationRequest(string? by) =>
        by is null
            ? L["Please confirm that you can make it."]
            : L["{0} assigned you. Please confirm that you can make it.", by];

    private static bool MustConfirm(CharterContext context) => context.Position!.ConfirmedAt is null;
}
