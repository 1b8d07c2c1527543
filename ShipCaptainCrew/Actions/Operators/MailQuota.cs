using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// Limits the emails an operator sends in 24 hours to people who did not ask for them, so that a stolen office account
/// cannot flood mailboxes. The setting <c>Limits:Invitations</c> limits invitations. Counts the outbox, so a restart
/// does not reset it.
/// </summary>
public sealed class MailQuota(AppDbContext db, LimitOptions limits)
{
    /// <param name="count">How many are about to be sent.</param>
    public async Task<Refusal?> NoMoreInvitations(Actor actor, int count = 1)
    {
        var most = Math.Max(1, limits.Invitations + 1 - count);
        var wait = count > limits.Invitations
            ? MailboxCounts.Period
            : await Wait(db.Outbox, InvitationEmail.Kind, most, actor.At);
        return wait is null ? null : Refusal.TooOften(
            "too_many_invitations",
            new LocalizedText(
                "You can send at most {0} invitations a day. Invite the others tomorrow.", limits.Invitations),
            wait.Value);
    }

    /// <summary>Limits the requests to sign that go to one guest, whatever their address.</summary>
    public async Task<Refusal?> NoMoreTo(Guest guest, Actor actor) => NoMore(
        await Wait(
            db.Outbox.Where(email => email.SubjectId == guest.Id),
            WaiverRequestEmail.Kind,
            MailboxCounts.RequestsForGuest,
            actor.At),
        new LocalizedText("{0} was emailed {1} times since yesterday. Show the link instead.",
            guest.Name, MailboxCounts.RequestsForGuest));

    /// <summary>Limits the requests to sign that go to a guest's mailbox, whichever guests have it.</summary>
    public async Task<Refusal?> NoMoreToMailboxOf(Guest guest, Actor actor)
    {
        var mailbox = MailboxId.Of(guest.Email!);
        return NoMore(
            await Wait(
                db.Outbox.Where(email => email.Mailbox == mailbox),
                WaiverRequestEmail.Kind,
                MailboxCounts.Requests,
                actor.At),
            new LocalizedText(
                "The address of {0} was emailed {1} times since yesterday. Show the link instead.",
                guest.Name, MailboxCounts.Requests));
    }

    private static Refusal? NoMore(TimeSpan? wait, LocalizedText message) =>
        wait is null ? null : Refusal.TooOften("guest_mailed_enough", message, wait.Value);

    /// <returns>How long until one more may be sent; null when it may be sent now.</returns>
    private static async Task<TimeSpan?> Wait(
        IQueryable<OutboxEmail> emails, string kind, int most, DateTimeOffset now)
    {
        var sent = await emails.Where(MailboxCounts.IsCounted(kind, now))
            .OrderByDescending(email => email.CreatedAt).Select(email => email.CreatedAt).Take(most).ToListAsync();
        return sent.Count < most ? null : sent[^1] + MailboxCounts.Period - now;
    }
}
