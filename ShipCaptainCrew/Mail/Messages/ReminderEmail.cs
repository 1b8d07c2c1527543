using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to a crew member some hours before call time, or when somebody nudges the crew: when to be there and what is
/// still open.
/// </summary>
public sealed class ReminderEmail(
    CharterContexts contexts, AppDbContext db, Sender sender, AttendanceLinks links, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "reminder";

    private const int MaxItems = 10;
    private readonly Sender sender = sender;

    /// <summary>A nudge by a member is not sent if nothing is open any more.</summary>
    public override async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        if (await base.Compose(email, cancel) is not { } content) return null;
        var requiredItems = await db.Required([email.CharterId!.Value], Phase.PreDeparture, cancel);
        var openItems = requiredItems[email.CharterId!.Value].Where(item => !item.IsDone).ToList();
        string[] paragraphs = [.. content.Paragraphs, .. StillOpen(openItems)];
        var isNudge = PositionFacts.Of(email).By is not null;
        return paragraphs.Length == 0 && isNudge ? null : content with { Paragraphs = paragraphs };
    }

    /// <summary>Not sent to a member who turned reminders off after it was written.</summary>
    protected override Recipient? RecipientOf(CharterContext context) =>
        context.Member(context.Email.MemberId)?.Wants(EmailPreference.Reminders) == true
            ? base.RecipientOf(context)
            : null;

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        if (!context.IsOn || !context.Charter.IsCrewOpen || context.Position is not { } position) return null;
        var role = Role(position.Role);
        var callTime = context.Clock(context.Charter.CallTime) ?? L["the agreed time"].Value;
        var content = About(
            context,
            to,
            L["{0}: you are {1}", context.Trip, role],
            L["You are {0} on {1}, {2}. Be aboard at {3}.", role, context.Vessel, context.When, callTime]);
        return content with
        {
            Paragraphs = position.ConfirmedAt is null ? [L["Please confirm that you can make it."]] : [],
            Closing = L[
                "You get this because you are a member of {0}. Choose which emails you get: {1}",
                context.Operator.Name,
                sender.Link(new OperatorPages(context.Operator.Slug).Me)],
        };
    }

    /// <summary>The member answers by one link, with its code or signed in.</summary>
    protected override async Task<EmailContent> Finish(
        EmailContent content, CharterContext context, CancellationToken cancel) =>
        content with
        {
            Action = await links.For(context.Email, context.Charter, context.Position!.MemberId!.Value, cancel),
        };

    private IEnumerable<string> StillOpen(List<RequiredItem> open)
    {
        if (open.Count == 0) yield break;
        var lines = open.Take(MaxItems).Select(item => $"– {item.Text}")
            .Prepend(L["Still open before departure:"].Value);
        if (open.Count > MaxItems) lines = lines.Append(L["– and {0} more", open.Count - MaxItems].Value);
        yield return string.Join('\n', lines);
    }
}
