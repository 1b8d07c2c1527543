using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// Which letters each announcement causes. They are rows in the outbox, written in the transaction of their cause; what
/// they say is found out when they are sent.
/// </summary>
public sealed class EventEmails(OutboxSignal signal) : ICommitListener
{
    private bool hasWritten;

    public async Task BeforeCommit(
        AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel)
    {
        foreach (var item in events) db.AddRange(await For(item, new(db, item, events, actor)));
        hasWritten |= db.ChangeTracker.Entries<OutboxEmail>()
            .Any(entry => entry.State is EntityState.Added or EntityState.Modified);
    }

    public void AfterCommit(IReadOnlyList<LoggedEvent> events)
    {
        if (hasWritten) signal.Raise();
    }

    private static async Task<IEnumerable<OutboxEmail>> For(LoggedEvent item, EmailTrigger cause) => item.Event switch
    {
        MemberInvited invited => [cause.Email(InvitationEmail.Kind, invited.Id, invited.Id)],
        RoleClaimed { InDraft: false } claimed => await cause.PositionClaimed(claimed.Role, claimed.MemberId),
        RoleReleased { InDraft: false } released => await cause.PositionReleased(released.Role, released.MemberId),
        CharterPublished published =>
            [.. await cause.PositionsPublished(published.AssignedPositions), .. await cause.AskAll()],
        CharterChanged { Moved: true } => await cause.Moved(),
        CharterNudged => await cause.Nudged(),
        CharterCancelled { WasDraft: false } => await cause.Cancelled(),
        MoveUndone undone => await cause.MoveUndone(undone),
        DefectRaised { Severity: Severity.NoSail } raised => await cause.NoSail(raised),
        GuestAdded added => await cause.Ask(added.GuestId),
        GuestChanged changed when changed.Fields.Contains("email") => await cause.Ask(changed.GuestId),
        WaiverAsked asked => cause.AskAgain(asked.GuestId),
        CountSentAshore sent => await cause.SentAshore(sent.MusterId),
        WaiverSigned signed => cause.Copy(signed),
        _ => [],
    };
}
