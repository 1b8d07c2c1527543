using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
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

    public async Task<IEnumerable<OutboxEmail>> Moved()
    {
        var charter = await Charter();
        if (charter.Status == CharterStatus.Draft) return [];
        return CrewOf(charter).Except(PositionEvents.Select(change => change.MemberId))
            .Select(memberId => Email(CharterChangedEmail.Kind, memberId, charter.Id));
    }

    public async Task<IEnumerable<OutboxEmail>> Cancelled()
    {
        var charter = await Charter();
        var crew = CrewOf(charter).Select(memberId => Email(CharterCancelledEmail.Kind, memberId, charter.Id));
        return charter.Contact.Email is null
            ? crew
            : crew.Append(Email(CharterCancelledForGuestsEmail.Kind, null, charter.Id));
    }

    /// <summary>Everyone who was emailed about the status change is told that it was undone.</summary>
    public async Task<IEnumerable<OutboxEmail>> MoveUndone(MoveUndone undone)
    {
        var (wasCancelled, wasPublished) = (undone.From == CharterStatus.Cancelled, undone.To == CharterStatus.Draft);
        if (wasCancelled == wasPublished) return [];
        var facts = new MoveUndoneEmail.Facts(undone.From).ToJson();
        var charter = await Charter();
        var crew = CrewOf(charter).Select(memberId => Email(MoveUndoneEmail.Kind, memberId, charter.Id, facts));
        return wasCancelled && charter.Contact.Email is not null
            ? crew.Append(Email(MoveUndoneEmail.Kind, null, charter.Id, facts))
            : crew;
    }

    /// <summary>The crew members who have something open and want reminders.</summary>
    public async Task<IEnumerable<OutboxEmail>> Nudged()
    {
        var charter = await Charter();
        var hasOpenItems = (await Db.WithOpenItems([charter.Id], Phase.PreDeparture, default)).Count > 0;
        var withOpenTasks = charter.Positions
            .Where(position => !position.IsOpen && (hasOpenItems || position.ConfirmedAt is null))
            .ToList();
        var ids = withOpenTasks.Select(position => position.MemberId!.Value).ToList();
        var members = await Db.Members.AsNoTracking().Where(member => ids.Contains(member.Id)).ToListAsync();
        var recipients = members
            .Where(member => member.CanSignIn && member.Wants(EmailPreference.Reminders))
            .Select(member => member.Id)
            .ToHashSet();
        return withOpenTasks
            .Where(position => recipients.Contains(position.MemberId!.Value))
            .Select(position => Email(ReminderEmail.Kind, position.MemberId, position.Id,
                new PositionFacts(position.Role, true, By.MemberId).ToJson()));
    }

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
    private IEnumerable<(Guid MemberId, long Seq)> PositionEvents =>
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

    private async Task<Charter> Charter() => (await Db.Charters.FindAsync(Db.OperatorId, Item.Entry.CharterId))!;

    public Task<List<Guid>> Office() => Db.Office().Select(member => member.Id).ToListAsync();

    private static IEnumerable<Guid> CrewOf(Charter charter) =>
        charter.Positions.Where(position => !position.IsOpen).Select(position => position.MemberId!.Value);
}
