using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Accounts;

/// <summary>Starts and withdraws a change of email address. The links in the two emails confirm it.</summary>
public sealed class EmailChangeActions(AppDbContext db, Change change, EmailChanges emailChanges, TimeProvider clock)
{
    private DbSet<EmailChange> Requests => db.Set<EmailChange>();

    /// <summary>
    /// Replaces the previous request. The response does not reveal whether somebody else already uses the address.
    /// </summary>
    public Task<Outcome> Ask(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if ((viewer.MayNotAsProgram() ?? Lookups.Stale(viewer, clock)) is { } refusal) return refusal;
        var person = await db.Users.AsNoTracking().FirstAsync(row => row.Id == viewer.PersonId);
        var email = input.Email("email", required: "Enter the new address.");
        if (email == person.Email) input.Error("email", "This is already your address.");
        if (input.Refusal is { } invalid) return invalid;
        return await Send(new EmailChange(person, email!, viewer.SessionId, actor.At));
    });

    /// <summary>Mails new links for each confirmation still missing; earlier links stop working.</summary>
    public Task<Outcome> SendAgain(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if (viewer.MayNotAsProgram() is { } refusal) return refusal;
        return await emailChanges.WaitingFor(viewer.PersonId) is { } emailChange
            ? await Send(emailChange.Again(actor.At))
            : Outcome.Done(viewer.PersonId);
    });

    public Task<Outcome> Withdraw(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        if (viewer.MayNotAsProgram() is { } refusal) return refusal;
        await Withdraw(viewer.PersonId);
        return Outcome.Done(viewer.PersonId);
    });

    /// <summary>
    /// Refuses when this person has sent too many. When others have sent too many to the new address, its email is
    /// skipped without telling, because the person may not learn of it.
    /// </summary>
    private async Task<Outcome> Send(EmailChange emailChange)
    {
        if (await Requests.Where(row => row.PersonId == emailChange.PersonId).Select(row => row.CreatedAt)
            .IsLimitReached(emailChange.CreatedAt))
            return TooMany;
        var isMailboxFull = await Requests
            .Where(row => row.NormalizedEmail == emailChange.NormalizedEmail)
            .Select(row => row.CreatedAt)
            .IsLimitReached(emailChange.CreatedAt);
        await Withdraw(emailChange.PersonId);
        await db.AddAsync(emailChange);
        if (emailChange.Missing.Contains(Mailbox.Old))
            await db.AddAsync(emailChange.NewEmail(EmailChange.OldAddressEmailKind, emailChange.CreatedAt));
        if (emailChange.Missing.Contains(Mailbox.New) && !isMailboxFull)
            await db.AddAsync(emailChange.NewEmail(EmailChange.NewAddressEmailKind, emailChange.CreatedAt));
        return Outcome.New(emailChange.Id);
    }

    private Task<int> Withdraw(Guid personId) =>
        Requests.Where(row => row.PersonId == personId && row.State == EmailChangeState.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(emailChange => emailChange.State, EmailChangeState.Withdrawn));

    private static Refusal TooMany =>
        Refusal.Conflict(
            "mailed_enough",
            "We already sent you three emails about this in 15 minutes, or ten in a day. Check both mailboxes, or try "
                + "again later.");
}
