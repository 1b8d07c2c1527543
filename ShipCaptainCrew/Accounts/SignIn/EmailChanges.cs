using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// What the two letters about a new address lead to. A link that is unknown, used up, expired or withdrawn is simply
/// not found; and whether a wanted address is somebody's shows in that somebody's own mailbox alone.
/// </summary>
public sealed class EmailChanges(AppDbContext db, Change change, SessionResolver sessions, TimeProvider clock)
{
    private IQueryable<EmailChange> Wishes => db.Set<EmailChange>();

    /// <summary>The wish that waits for a person's two mailboxes, if there is one.</summary>
    public async Task<EmailChange?> WaitingFor(Guid personId, CancellationToken cancel = default) =>
        await Wishes.AsNoTracking()
            .FirstOrDefaultAsync(
                row => row.PersonId == personId && row.State == EmailChangeState.Waiting, cancel) is { } wish
            && wish.IsOpen(clock.GetUtcNow())
            ? wish : null;

    /// <summary>The wish behind a link, also once it has come true; looking changes nothing.</summary>
    public Task<EmailChange?> Find(string token, CancellationToken cancel) =>
        Behind(Wishes.AsNoTracking(), token, cancel);

    /// <summary>The wish a letter is about, while it still asks for a yes.</summary>
    public async Task<EmailChange?> Asking(Guid id, CancellationToken cancel) =>
        await Wishes.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is { } wish
            && wish.IsOpen(clock.GetUtcNow())
            ? wish : null;

    public Task<bool> IsAnothers(EmailChange wish, CancellationToken cancel) =>
        db.Users.AnyAsync(row => row.NormalizedEmail == wish.NormalizedEmail && row.Id != wish.PersonId, cancel);

    /// <summary>
    /// Makes the link for a letter about to be sent; null where that mailbox need not be asked any more.
    /// </summary>
    public Task<Issued?> Issue(Guid id, Mailbox side, CancellationToken cancel) => change.Run(async actor =>
        await Wishes.FirstOrDefaultAsync(row => row.Id == id, cancel) is { } wish && wish.IsOpen(actor.At)
            && wish.Missing.Contains(side)
            ? wish.Of(side).Ask() : null,
            cancel);

    /// <summary>
    /// One mailbox says yes; with the second yes the wish comes true. The old one's yes gives an account away, so it
    /// takes a person who types the new address: a mail scanner that presses every button cannot say it.
    /// </summary>
    public Task<Refusal?> Confirm(string token, Input input, CancellationToken cancel) => change.Run(async actor =>
    {
        if (await Behind(Wishes, token, cancel) is not { } wish) return Refusal.NotFound();
        if (wish.State == EmailChangeState.Done) return null;
        var side = wish.SideOf(token);
        if (side == Mailbox.Old
            && Person.Normalize(input.Text("email", max: InputLimits.Name) ?? "") != wish.NormalizedEmail)
            return Refusal.Invalid("email", "Type the new address as it stands above.");
        wish.Of(side).Give(actor.At);
        if (wish.Missing.Any()) return null;
        if (!await IsAnothers(wish, cancel)) return await Fulfil(wish, actor, cancel);
        wish.Withdraw();
        return Refusal.Conflict("address_taken",
            "Meanwhile somebody else signs in with this address, so it cannot be yours. Nothing has changed; ask for another one.");
    }, cancel);

    /// <summary>One mailbox says no, and that is the end of it.</summary>
    public Task<Refusal?> Decline(string token, CancellationToken cancel) => change.Run(async actor =>
    {
        if (await Behind(Wishes, token, cancel) is not { } wish || !wish.IsOpen(actor.At)) return Refusal.NotFound();
        wish.Withdraw();
        return null;
    }, cancel);

    private async Task<EmailChange?> Behind(IQueryable<EmailChange> wishes, string token, CancellationToken cancel)
    {
        var (hash, now) = (MagicLink.Hash(token), clock.GetUtcNow());
        var wish =
            await wishes.FirstOrDefaultAsync(
                row => (row.Old.TokenHash == hash || row.New.TokenHash == hash)
                    && row.State != EmailChangeState.Withdrawn && row.ExpiresAt > now,
                cancel);
        return wish is not null && (await sessions.OperatorsOf(wish.PersonId, cancel)).Count > 0 ? wish : null;
    }

    /// <summary>
    /// The person and all that they are a member of go over together. What was mailed to the old address signs nobody
    /// in any more.
    /// </summary>
    private async Task<Refusal?> Fulfil(EmailChange wish, Actor actor, CancellationToken cancel)
    {
        wish.Done();
        (await db.Users.FirstAsync(row => row.Id == wish.PersonId, cancel)).MoveTo(wish.Email);
        await db.Set<MagicLink>().Where(link => link.PersonId == wish.PersonId && link.UsedAt == null)
            .ExecuteUpdateAsync(link => link.SetProperty(row => row.UsedAt, actor.At), cancel);
        await sessions.EndElsewhere(wish.PersonId, wish.SessionId, actor.At);
        foreach (var member in await db.AcrossOperators<Member>().Where(row => row.PersonId == wish.PersonId)
            .ToListAsync(cancel))
            await change.RunInOperator(member.OperatorId, actor with { MemberId = member.Id },
                async house => (await house.Members.FirstAsync(row => row.Id == member.Id, cancel)).MoveTo(wish.Email),
                cancel);
        foreach (var kind in new[] { EmailChange.AddressLeftEmailKind, EmailChange.AddressChangedEmailKind })
            db.Add(wish.EmailKindFor(kind, actor.At));
        return null;
    }
}
