using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to crew, guests and booker when a cancellation is withdrawn. The crew's calendar entry comes back.
/// </summary>
public sealed class CharterReinstatedEmail(
    CharterContexts contexts, Sender sender, CrewCalendar calendar, IStringLocalizer<Text> l)
    : GuestNoticeEmail(contexts, sender, l)
{
    public const string Kind = "charter_reinstated";

    protected override EmailContent? Write(CharterContext context, Recipient to) =>
        !context.IsOn || context.Charter.HasSailed ? null
        : context.Email.MemberId is null ? SailsAfterAll(context, to, byMistake: false)
        : ToCrew(context, to);

    private EmailContent? ToCrew(CharterContext context, Recipient to) =>
        context.Position is not { } position ? null : About(
        context,
        to,
        L["Not canceled after all: {0}", context.Trip],
        L["Not canceled after all: {0}, {1}. You are {2}.", context.Vessel, context.When, Role(position.Role)]) with
    {
        Paragraphs = [L["This charter is on again. You have the same role, and the plan has not changed."]],
        Invite = calendar.Request(context, Role(position.Role), to),
    };
}
