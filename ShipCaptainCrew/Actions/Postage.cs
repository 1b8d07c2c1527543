using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Actions;

/// <summary>
/// How many letters an operator may have sent in a day to people who did not ask for them, so that a stolen seat in an office drowns no mailbox:
/// invitations as the setting <c>Limits:Invitations</c> says. Counted in the outbox, so a restart forgives nothing.
/// </summary>
public sealed class Postage(ShipDb db, Patience patience)
{
    private const int ToOneGuest = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<Refusal?> NoMoreInvitations(By by) =>
        await Wait(db.Letters.Where(letter => letter.Kind == InvitationLetter.Kind), patience.Invitations, by.At) is { } wait
            ? Refusal.TooOften("too_many_invitations", new Words("{0} invitations a day are the most. Invite the others tomorrow.", patience.Invitations), wait)
            : null;

    public async Task<Refusal?> NoMoreTo(Guest guest, By by) =>
        await Wait(db.Letters.Where(letter => letter.Kind == WaiverAskLetter.Kind && letter.SubjectId == guest.Id), ToOneGuest, by.At) is { } wait
            ? Refusal.TooOften("guest_mailed_enough", new Words("{0} was mailed {1} times since yesterday. Show the link instead.", guest.Name, ToOneGuest), wait)
            : null;

    /// <returns>How long until one more may go; null where it may go now.</returns>
    private static async Task<TimeSpan?> Wait(IQueryable<Letter> letters, int most, DateTimeOffset now)
    {
        var sent = await letters.Where(letter => letter.CreatedAt > now - Day && letter.State != LetterState.NotNeeded).OrderByDescending(letter => letter.CreatedAt).Select(letter => letter.CreatedAt).Take(most).ToListAsync();
        return sent.Count < most ? null : sent[^1] + Day - now;
    }
}
