using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Pages.Charters;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>What publishing a charter did: who was emailed, who was not, and what happens by itself.</summary>
public sealed class PublishedPage(AppDbContext db, TimeProvider clock) : SingleCharterPage(db)
{
    private List<OutboxEmail> emails = [];
    private List<Member> members = [];

    /// <summary>When it was last published (UTC); null if the log entry was removed.</summary>
    public DateTimeOffset? At { get; private set; }

    public bool MayUndo => View.Charter is { Status: CharterStatus.Scheduled, LastMove.From: CharterStatus.Draft }
        && View.Charter.MayUndo(clock.GetUtcNow());

    /// <summary>The crew who got the email about their role, or soon will.</summary>
    public IReadOnlyList<(Member Member, CrewRole Role)> Mailed =>
        Crew(email => email.State is EmailState.Sent or EmailState.Waiting);

    /// <summary>The crew whose email could not be delivered.</summary>
    public IReadOnlyList<(Member Member, CrewRole Role)> NotReached =>
        Crew(email => email.State == EmailState.NotDelivered);

    /// <summary>How many guests were asked by email to sign.</summary>
    public int GuestsMailed => emails.Count(
        email => email.Kind == WaiverRequestEmail.Kind && email.State is EmailState.Sent or EmailState.Waiting);

    public IReadOnlyList<CrewRole> OpenRoles =>
        [.. View.Charter.Positions.Where(position => position.IsOpen).Select(position => position.Role).Order()];

    /// <summary>How many active members could claim one of the open roles.</summary>
    public int Claimants => members.Count(member => member.Status == MemberStatus.Active
        && View.Charter.PositionOf(member.Id) is null && OpenRoles.Any(member.Is));

    /// <summary>How many hours before call time the crew will still be reminded.</summary>
    public IReadOnlyList<int> ReminderHours { get; private set; } = [];

    /// <summary>When boarding opens (UTC); null if it has no time or that has passed.</summary>
    public DateTimeOffset? Boarding =>
        View.Charter.BoardingTime is { } at && at > clock.GetUtcNow() ? at : null;

    protected override async Task<IActionResult?> Prepare()
    {
        var charter = View.Charter;
        if (!Me.May(Right.PlanCharters)) return StatusCode(StatusCodes.Status403Forbidden);
        if (charter.Status is CharterStatus.Draft or CharterStatus.Cancelled) return Redirect(Back);
        var entry = await Db.Log.AsNoTracking()
            .Where(row => row.CharterId == charter.Id && row.Kind == CharterPublished.LogKind)
            .OrderByDescending(row => row.Seq).Select(row => new { row.Seq, row.At }).FirstOrDefaultAsync();
        var seq = entry?.Seq ?? -1;
        At = entry?.At;
        emails = await Db.Outbox.AsNoTracking()
            .Where(email => email.CharterId == charter.Id && email.Seq == seq).ToListAsync();
        members = await Db.Members.AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync();
        ReminderHours = await HoursAhead(charter);
        return null;
    }

    private List<(Member Member, CrewRole Role)> Crew(Func<OutboxEmail, bool> isWanted) =>
    [
        .. from position in View.Charter.Positions
           orderby position.Role
           let member = members.Find(member => member.Id == position.MemberId)
           where member is not null && emails.Any(email =>
               email.Kind == PositionClaimedEmail.Kind && email.MemberId == member.Id && isWanted(email))
           select (member, position.Role),
    ];

    /// <summary>The hours of the charter, else of its type, else of the operator, that are still to come.</summary>
    private async Task<IReadOnlyList<int>> HoursAhead(Charter charter)
    {
        if (charter.CallTime is not { } call) return [];
        var hours = charter.ReminderHours
            ?? await Db.CharterTypes.Where(type => type.Id == charter.CharterTypeId).Select(type => type.ReminderHours)
                .FirstOrDefaultAsync()
            ?? await Db.StandingOrders.Select(orders => orders.ReminderHours).FirstOrDefaultAsync()
            ?? StandingOrdersDetails.Usual.ReminderHours;
        return [.. hours.Where(ahead => Reminders.DueAt(call, ahead, Me.Zone) > clock.GetUtcNow())];
    }
}
