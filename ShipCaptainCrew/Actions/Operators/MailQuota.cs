using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
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
    private const int ToOneGuest = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<Refusal?> NoMoreInvitations(Actor actor) =>
        await Wait(
            db.Outbox.Where(email => email.Kind == InvitationEmail.Kind),
            limits.Invitations,
            actor.At) is { } wait
            ? Refusal.TooOften(
                "too_many_invitations",
                new LocalizedText(
                    "{0} invitations a day are the most. Invite the others tomorrow.", limits.Invitations),
                wait)
            : null;

    public async Task<Refusal?> NoMoreTo(Guest guest, Actor actor) =>
        await Wait(
            db.Outbox.Where(email => email.Kind == WaiverRequestEmail.Kind && email.SubjectId == guest.Id),
            ToOneGuest,
            actor.At) is { } wait
            ? Refusal.TooOften(
                "guest_mailed_enough",
                new LocalizedText(
                    "{0} was mailed {1} times since yesterday. Show the link instead.", guest.Name, ToOneGuest),
                wait)
            : null;

    /// <returns>How long until one more may be sent; null when it may be sent now.</returns>
    private static async Task<TimeSpan?> Wait(IQueryable<OutboxEmail> emails, int most, DateTimeOffset now)
    {
        var sent = await emails.Where(email => email.CreatedAt > now - Day && email.State != EmailState.NotNeeded)
            .OrderByDescending(email => email.CreatedAt).Select(email => email.CreatedAt).Take(most).ToListAsync();
        return sent.Count < most ? null : sent[^1] + Day - now;
    }
}
