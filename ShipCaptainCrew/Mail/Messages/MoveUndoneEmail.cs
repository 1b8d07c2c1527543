using System.Text.Json;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent when a status change that was emailed is undone. The crew is told that the charter sails after all or is
/// withdrawn for now; guests and booker, who are never told about drafts, only the former.
/// </summary>
public sealed class MoveUndoneEmail(
    CharterContexts contexts, Sender sender, CrewCalendar calendar, IStringLocalizer<Text> l)
    : GuestNoticeEmail(contexts, sender, l)
{
    public const string Kind = "charter_taken_back";

    /// <summary>Not sent if the status has changed again since; there is another email about that.</summary>
    protected override EmailContent? Write(CharterContext context, Recipient to) =>
        Facts.Of(context.Email).Undone switch
    {
        CharterStatus.Cancelled when context.IsOn =>
            context.Email.MemberId is null ? SailsAfterAll(context, to, byMistake: true) : ToCrew(context, to),
        CharterStatus.Scheduled when context.Charter.Status == CharterStatus.Draft => Withdrawn(context, to),
        _ => null,
    };

    private EmailContent? ToCrew(CharterContext context, Recipient to) =>
        context.Position is not { } position ? null : About(
        context,
        to,
        L["Not canceled after all: {0}", context.Trip],
        L["Not canceled after all: {0}, {1}. You are {2}.", context.Vessel, context.When, Role(position.Role)]) with
    {
        Paragraphs = [L["The cancellation was undone right away. The plan has not changed."]],
        Invite = calendar.Request(context, Role(position.Role), to),
    };

    private EmailContent? Withdrawn(CharterContext context, Recipient to) =>
        context.Position is not { } position ? null : About(
        context,
        to,
        L["Not published for now: {0}", context.Trip],
        L["Not published for now: {0}, {1}. Do not plan on it.", context.Vessel, context.When]) with
    {
        Paragraphs = [L["The office is changing it. You will get another email when it is published again."]],
        Action = null,
        Invite = calendar.Cancel(context, Role(position.Role), to),
    };

    /// <summary>The facts stored with the email: the status that was undone.</summary>
    internal sealed record Facts(CharterStatus Undone)
    {
        public static Facts Of(OutboxEmail email) => JsonSerializer.Deserialize<Facts>(email.Facts)!;

        public string ToJson() => JsonSerializer.Serialize(this);
    }
}
