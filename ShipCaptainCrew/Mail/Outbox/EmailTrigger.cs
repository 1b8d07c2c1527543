using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>An event that causes emails, and who gets them.</summary>
/// <param name="All">All events of the same change; a person gets only one email about it.</param>
/// <param name="Counts">How many emails the mailboxes of guests have had.</param>
internal sealed record EmailTrigger(
    AppDbContext Db, LoggedEvent Item, IReadOnlyList<LoggedEvent> All, Actor By, MailboxCounts Counts)
{
    public OutboxEmail Email(
        string kind, Guid? memberId, Guid subjectId, string facts = "{}", Guid? mailbox = null) =>
        new(kind, $"{kind}|{subjectId}|{memberId}|{Item.Entry.Seq}", By.At)
        {
            OperatorId = Db.OperatorId,
            MemberId = memberId,
            SubjectId = subjectId,
            CharterId = Item.Entry.CharterId,
            Mailbox = mailbox,
            Seq = Item.Entry.Seq,
            Facts = facts,
        };

    public Task<IEnumerable<OutboxEmail>> PositionClaimed(CrewRole role, Guid memberId) =>
        PositionChanged(PositionClaimedEmail.Kind, memberId, new(role, true, By.MemberId));

    public Task<IEnumerable<OutboxEmail>> PositionReleased(CrewRole role, Guid memberId) =>
        PositionChanged(PositionReleasedEmail.Kind, memberId, new(role, false, By.MemberId));

    /// <summary>When a draft is published, the members assigned to its positions are told.</summary>
    public async Task<IEnumerable<OutboxEmail>> PositionsPublished(IReadOnlyList<Guid> positionIds) =>
        from position in (await Charter()).Positions
        where positionIds.Contains(position.Id)
        let memberId = position.MemberId!.Value
        select Email(PositionClaimedEmail.Kind, memberId, memberId,
            new PositionFacts(position.Role, true, By.MemberId).ToJson());

    /// <summary>The crew members who have something open and want reminders.</summary>
    public async Task<IEnumerable<OutboxEmail>> Nudged() =>
        from recipient in await Db.ToNudge(await Charter())
        select Email(ReminderEmail.Kind, recipient.Member.Id, recipient.Position.Id,
            new PositionFacts(recipient.Position.Role, true, By.MemberId).ToJson());

    /// <summary>
    /// The captains of the vessel's current and upcoming charters and the office, except the member who reported it.
    /// </summary>
    public async Task<IEnumerable<OutboxEmail>> NoSail(DefectRaised raised)
    {
        var captains = await Db.Charters
            .Where(charter => charter.VesselId == raised.VesselId
                && (CharterStates.AwaitingDeparture.Contains(charter.Status)
                    || charter.Status == CharterStatus.Underway))
            .SelectMany(charter => charter.Positions)
            .Where(position => position.Role == CrewRole.Captain && position.MemberId != null)
            .Select(position => position.MemberId!.Value).Distinct().ToListAsync();
        return captains.Union(await Office()).Where(id => id != By.MemberId)
            .Select(id => Email(NoSailDefectEmail.Kind, id, raised.Id));
    }

    /// <summary>The member is told, and the captain and the office except whoever made the change.</summary>
    private async Task<IEnumerable<OutboxEmail>> PositionChanged(string kind, Guid memberId, PositionFacts facts)
    {
        if (PositionEvents.Last(change => change.MemberId == memberId).Seq > Item.Entry.Seq) return [];
        var others = (await Office()).Append((await Charter()).CaptainId ?? memberId).Distinct()
            .Where(id => id != memberId && id != By.MemberId);
        return others.Select(id => Email(CrewNoticeEmail.Kind, id, memberId, facts.ToJson()))
            .Prepend(Email(kind, memberId, memberId, facts.ToJson()));
    }

    /// <summary>The members whose positions on this charter changed in this change, in order.</summary>
    public IEnumerable<(Guid MemberId, long Seq)> PositionEvents =>
        from item in All
        where item.Entry.CharterId == Item.Entry.CharterId
        let memberId = item.Event switch
        {
            RoleClaimed claimed => claimed.MemberId,
            RoleReleased released => released.MemberId,
            _ => (Guid?)null,
        }
        where memberId is not null
        select (memberId.Value, item.Entry.Seq);

    public async Task<Charter> Charter() => (await Db.Charters.FindAsync(Db.OperatorId, Item.Entry.CharterId))!;

    public Task<List<Guid>> Office() => Db.Office().Select(member => member.Id).ToListAsync();
}
