using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Accounts;

/// <summary>Asking to be known by another address; what follows, the links in the two letters do.</summary>
public sealed class EmailChangeActions(AppDbContext db, Change change, EmailChanges emailChanges, TimeProvider clock)
{
    private DbSet<EmailChange> Wishes => db.Set<EmailChange>();

    /// <summary>
    /// Takes the place of what was asked before. What is answered and done is the same whosever the address is by now.
    /// </summary>
    public Task<Outcome> Ask(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if (Lookups.Stale(viewer, clock) is { } stale) return stale;
        var person = await db.Users.AsNoTracking().FirstAsync(row => row.Id == viewer.PersonId);
        var email = input.Email("email", required: "Enter the new address.");
        if (email == person.Email) input.Error("email", "This is your address already.");
        if (input.Refusal is { } bad) return bad;
        return await Send(new EmailChange(person, email!, viewer.SessionId, actor.At));
    });

    /// <summary>Asks again for each yes that is missing. The links sent before open nothing any more.</summary>
    public Task<Outcome> SendAgain(Viewer viewer, Input input) => change.Run(input, async actor =>
        await emailChanges.WaitingFor(viewer.PersonId) is { } wish
            ? await Send(wish.Again(actor.At)) : Outcome.Done(viewer.PersonId));

    public Task<Outcome> Withdraw(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        await Withdraw(viewer.PersonId);
        return Outcome.Done(viewer.PersonId);
    });

    /// <summary>
    /// Who asks is told when it is enough; what others have asked of a mailbox is not theirs to know.
    /// </summary>
    private async Task<Outcome> Send(EmailChange wish)
    {
        if (await Wishes.Where(row => row.PersonId == wish.PersonId).Select(row => row.CreatedAt)
            .IsLimitReached(wish.CreatedAt))
            return Enough;
        var spared = await Wishes.Where(row => row.NormalizedEmail == wish.NormalizedEmail).Select(row => row.CreatedAt)
            .IsLimitReached(wish.CreatedAt);
        await Withdraw(wish.PersonId);
        await db.AddAsync(wish);
        if (wish.Missing.Contains(Mailbox.Old))
            await db.AddAsync(wish.NewEmail(EmailChange.OldAddressEmailKind, wish.CreatedAt));
        if (wish.Missing.Contains(Mailbox.New) && !spared)
            await db.AddAsync(wish.NewEmail(EmailChange.NewAddressEmailKind, wish.CreatedAt));
        return Outcome.New(wish.Id);
    }

    private Task<int> Withdraw(Guid personId) =>
        Wishes.Where(row => row.PersonId == personId && row.State == EmailChangeState.Waiting)
        .ExecuteUpdateAsync(row => row.SetProperty(wish => wish.State, EmailChangeState.Withdrawn));

    private static Refusal Enough =>
        Refusal.Conflict("mailed_enough",
            "You have had three letters about this in a quarter of an hour, or ten in a day. Look into both mailboxes, or try again later.");
}
