using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// Writes the emails that each event causes to the outbox, in the same transaction. Their text is composed when they
/// are sent.
/// </summary>
public sealed class EventEmails(OutboxSignal signal) : ICommitListener
{
    private bool hasWritten;

    public async Task BeforeCommit(
        AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel)
    {
        var counts = new MailboxCounts(db, actor.At);
        foreach (var item in events) db.AddRange(await For(item, new(db, item, events, actor, counts)));
        hasWritten |= db.ChangeTracker.Entries<OutboxEmail>()
            .Any(entry => entry.State is EntityState.Added or EntityState.Modified);
    }

    public void AfterCommit(IReadOnlyList<LoggedEvent> events)
    {
        if (hasWritten) signal.Raise();
    }

    private static async Task<IEnumerable<OutboxEmail>> For(LoggedEvent item, EmailTrigger trigger) => item.Event switch
    {
        MemberInvited invited => [trigger.Email(InvitationEmail.Kind, invited.Id, invited.Id)],
        RoleClaimed { InDraft: false } claimed => await trigger.PositionClaimed(claimed.Role, claimed.MemberId),
        RoleReleased { InDraft: false } released => await trigger.PositionReleased(released.Role, released.MemberId),
        CharterPublished published =>
            [.. await trigger.PositionsPublished(published.AssignedPositions), .. await trigger.AskAll()],
        CharterChanged changed when changed.ConcernsGuests() => await trigger.Changed(changed),
        CharterNudged => await trigger.Nudged(),
        CharterCancelled { WasDraft: false } => await trigger.Cancelled(),
        CharterReinstated { To: not CharterStatus.Draft } => await trigger.Reinstated(),
        MoveUndone undone => await trigger.MoveUndone(undone),
        DefectRaised { Severity: Severity.NoSail } raised => await trigger.NoSail(raised),
        GuestAdded added => await trigger.Ask(added.GuestId),
        GuestChanged changed when changed.Fields.Contains("email") => await trigger.Ask(changed.GuestId),
        GuestPlaced placed => await trigger.Placed(placed.GuestId),
        GuestAgeChanged changed => await trigger.AgeChanged(changed),
        GuestMatched matched => await trigger.Matched(matched),
        WaiverAsked asked => await trigger.AskAgain(asked.GuestId),
        CountSentAshore sent => await trigger.SentAshore(sent.MusterId),
        WaiverSigned signed => await trigger.Copy(signed),
        _ => [],
    };
}
