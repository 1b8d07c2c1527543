using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the captain, then ashore, while a vessel is overdue, at any hour and whatever emails the recipient has
/// turned off. Not sent once the vessel is back, the alert is acknowledged, the return is later, or a newer email
/// waits.
/// </summary>
public sealed class OverdueEmail(
    AppDbContext db,
    SignedLinks links,
    PendingLinks pendingLinks,
    Sender sender,
    TimeProvider clock,
    IStringLocalizer<Text> l)
    : IEmailComposer
{
    public const string Kind = "overdue";

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.CharterId, cancel);
        var orders = await db.Orders(cancel);
        var grace = StandingOrdersDetails.GraceOf(orders.GraceMinutes);
        if (charter is not { Overdue: null } || !charter.IsOverdue(clock.GetUtcNow(), grace)) return null;
        if (await IsReplaced(email, cancel)) return null;

        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var people = await db.Members.AsNoTracking()
            .Where(row => row.Id == email.MemberId || row.Id == charter.CaptainId).ToListAsync(cancel);
        var member = people.Find(row => row.Id == email.MemberId);
        if ((email.MemberId is null ? orders.ShoreContact.Email : member?.Email) is not { } address) return null;
        var to = new Recipient(member?.Name ?? orders.ShoreContact.Name ?? "", address);
        var isSuspended = theOperator.SuspendedAt is not null;
        return Write(charter, vessel, theOperator, people.Find(row => row.Id == charter.CaptainId), to) with
        {
            Paragraphs = email.MemberId is not null && email.MemberId == charter.CaptainId
                ? ToTheCaptain(isSuspended)
                : Ashore,
            Action = member is null || isSuspended
                ? ByLink(await Link(email, charter, cancel))
                : WhatToDo(new OperatorPages(theOperator.Slug).Charter(charter.Id).Overdue),
        };
    }

    /// <param name="isSuspended">
    /// Whether the operator is suspended: its members cannot sign in, so they cannot record all fast.
    /// </param>
    private string[] ToTheCaptain(bool isSuspended) =>
    [
        isSuspended
            ? l[
                "If all is well, say on the page below that you are handling it. The people ashore are told next, and "
                + "every 15 minutes, until somebody does. All fast cannot be recorded while the operator is "
                + "suspended."]
            : l[
                "If all is well, record all fast, or ask the office to move the return. The people ashore are told "
                + "next, and every 15 minutes, until you do or somebody is handling it."],
        l[
            "If anybody is in danger, call for help now: VHF channel 16, or the emergency number. This email is not a "
            + "distress call."],
    ];

    private string[] Ashore =>
    [
        l[
            "Call the captain and the crew. If nobody answers, call the Coast Guard: VHF channel 16, or "
            + "the emergency number. The page says what to read out."],
        l[
            "This email is not a distress call: nobody else may have read it. It comes every 15 minutes until "
            + "somebody says that they are handling it, or she is all fast."],
    ];

    private EmailContent Write(Charter charter, Vessel boat, Operator theOperator, Member? captain, Recipient to)
    {
        var (vessel, due) = (boat.Name, Clock(charter, charter.Return, TimeParts.Time));
        return new(to, l["OVERDUE: {0}, due {1}", vessel, due!],
            l["{0} was due back at {1}, and nobody has recorded all fast.", vessel, due!])
        {
            Sender = EmailSender.Of(theOperator),
            Facts =
            [
                new(l["Vessel"], vessel),
                new(l["Charter"], charter.Title.Length > 0 ? charter.Title : null),
                new(l["Captain"], captain is null ? null : NameAndPhone(captain)),
                new(l["Lines off"], Clock(charter, charter.ActualDeparture, TimeParts.DayAndTime)),
                new(l["Due back"], Clock(charter, charter.Return, TimeParts.DayAndTime)),
                new(l["Times"], l["{0} time", theOperator.PlaceOf(charter.TimeZone, boat)]),
            ],
        };
    }

    private static string NameAndPhone(Member member) =>
        member.Phone is null ? member.Name : $"{member.Name}, {member.Phone}";

    private EmailAction WhatToDo(string page) => new(l["What to do now"], sender.Link(page));

    private EmailAction ByLink(Issued link) => WhatToDo(OpenPages.Overdue(link.Token)) with
    {
        Note = l["Your code for that page is {0}. You need it to say that you are handling it.", link.Code],
    };

    private async Task<Issued> Link(OutboxEmail email, Charter charter, CancellationToken cancel) =>
        pendingLinks.For(email.Id) ?? pendingLinks.Keep(email.Id, await links.IssueWithCode(
            LinkKind.Overdue, charter.OperatorId, charter.Id, email.MemberId, clock.GetUtcNow() + LinkLifetime,
            cancel));

    private Task<bool> IsReplaced(OutboxEmail email, CancellationToken cancel) => db.Outbox.AnyAsync(
        other => other.Kind == Kind && other.CharterId == email.CharterId && other.MemberId == email.MemberId
            && other.CreatedAt > email.CreatedAt,
        cancel);

    private static string? Clock(Charter charter, DateTimeOffset? at, TimeParts parts) =>
        at is null ? null : TimeText.Of(at.Value, charter.Zone, parts);
}
