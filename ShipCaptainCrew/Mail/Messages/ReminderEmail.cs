using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// To somebody aboard, some hours before call time or because somebody nudged: when to be there, and what is still
/// open.
/// </summary>
public sealed class ReminderEmail(
    CharterContexts contexts, AppDbContext db, Sender sender, AttendanceLinks links, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "reminder";

    private const int MostItems = 10;
    private readonly Sender sender = sender;

    /// <summary>Who was nudged by hand and has done it meanwhile hears nothing.</summary>
    public override async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        if (await base.Compose(email, cancel) is not { } content) return null;
        var requiredItems = await db.Required([email.CharterId!.Value], Phase.PreDeparture, cancel);
        string[] says = [.. content.Paragraphs,
            .. StillOpen([.. requiredItems[email.CharterId!.Value].Where(item => !item.IsDone)])];
        return says.Length == 0 && PositionFacts.Of(email).By is not null ? null : content with { Paragraphs = says };
    }

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        if (!context.IsOn || !context.Charter.IsCrewOpen || context.Position is not { } position) return null;
        var content = About(
            context,
            to,
            L["{0}: you are {1}", context.Trip, Role(position.Role)],
            L["You are {0} on {1}, {2}. Be aboard at {3}.", Role(
                position.Role), context.Vessel, context.When, context.Clock(context.Charter.CallTime)
                ?? L["the agreed time"].Value]);
        return content with
        {
            Paragraphs = position.ConfirmedAt is null ? [L["Please say that you will be there."]] : [],
            Closing = L[
                "You get this because you are a member of {0}. Which letters you get is for you to say: {1}",
                context.Operator.Name,
                sender.Link(new OperatorPages(context.Operator.Slug).Me)],
        };
    }

    /// <summary>The person says with one tap, and without signing in, whether they come.</summary>
    protected override async Task<EmailContent> Finish(
        EmailContent content, CharterContext context, CancellationToken cancel) =>
        content with {
            Act =
                new(L["I'll be there, or I can't"],
                    await links.For(context.Email, context.Charter, context.Position!.MemberId!.Value, cancel)) };

    private IEnumerable<string> StillOpen(IReadOnlyList<RequiredItem> open)
    {
        if (open.Count == 0) yield break;
        var lines = open.Take(MostItems).Select(item => $"– {item.Text}")
            .Prepend(L["Still open before departure:"].Value);
        yield return string.Join(
            '\n', open.Count > MostItems ? lines.Append(L["– and {0} more", open.Count - MostItems]) : lines);
    }
}
