using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// Handles the links in the two emails of an email change. Links that are unknown, used, expired or withdrawn are all
/// treated as not found. Only the owner of a mailbox learns whether its address is already in use.
/// </summary>
public sealed class EmailChanges(
    AppDbContext db, Change change, SessionResolver sessions, ExpiredTokens expired, TimeProvider clock)
{
    private IQueryable<EmailChange> Requests => db.Set<EmailChange>();

    /// <summary>The open request of a person, if there is one.</summary>
    public async Task<EmailChange?> WaitingFor(Guid personId, CancellationToken cancel = default) =>
        OpenOrNull(await Requests.AsNoTracking().FirstOrDefaultAsync(
            row => row.PersonId == personId && row.State == EmailChangeState.Waiting, cancel));

    /// <summary>
    /// The request of a link, even after it took effect. Changes nothing, except that an expired one is withdrawn.
    /// </summary>
    public Task<EmailChange?> Find(string token, CancellationToken cancel) =>
        FindIn(Requests.AsNoTracking(), token, cancel);

    /// <summary>The request that an email is about, while it is open.</summary>
    public async Task<EmailChange?> Asking(Guid id, CancellationToken cancel) =>
        OpenOrNull(await Requests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel));

    public Task<bool> IsAnothers(EmailChange request, CancellationToken cancel) =>
        db.Users.AnyAsync(row => row.NormalizedEmail == request.NormalizedEmail && row.Id != request.PersonId, cancel);

    /// <summary>
    /// Creates the link for an email about to be sent; null if that mailbox no longer has to confirm.
    /// </summary>
    public Task<Issued?> Issue(Guid id, Mailbox side, CancellationToken cancel) => change.Run(async actor =>
    {
        var request = await Requests.FirstOrDefaultAsync(row => row.Id == id, cancel);
        return request?.IsOpen(actor.At) == true && request.Missing.Contains(side) ? request.Of(side).Ask() : null;
    }, cancel);

    /// <summary>Whether the code was sent with the link. Counts wrong codes.</summary>
    public Task<bool> Accepts(string token, string code, CancellationToken cancel) => change.Run(async _ =>
        await FindIn(Requests, token, cancel) is { } request
            && request.Of(request.SideOf(token)).AcceptsCode(code), cancel);

    /// <summary>
    /// Confirms for one mailbox; the second confirmation makes the change. The caller has checked that a person does
    /// it: a mail scanner that submits every form must not give an account away.
    /// </summary>
    public Task<Refusal?> Confirm(string token, CancellationToken cancel) => change.Run(async actor =>
    {
        if (await FindIn(Requests, token, cancel) is not { } request) return Refusal.NotFound();
        if (request.State == EmailChangeState.Done) return null;
        request.Of(request.SideOf(token)).Give(actor.At);
        if (request.Missing.Any()) return null;
        if (!await IsAnothers(request, cancel)) return await Apply(request, actor, cancel);
        request.Withdraw();
        return Refusal.Conflict("address_taken",
            "Somebody else signs in with this address now, so you cannot use it. Nothing was changed. Choose another "
            + "address.");
    }, cancel);

    /// <summary>
    /// One mailbox declines, which withdraws the request. The caller has checked that a person does it.
    /// </summary>
    public Task<Refusal?> Decline(string token, CancellationToken cancel) => change.Run(async actor =>
    {
        if (await FindIn(Requests, token, cancel) is not { } request || !request.IsOpen(actor.At))
            return Refusal.NotFound();
        request.Withdraw();
        return null;
    }, cancel);

    private EmailChange? OpenOrNull(EmailChange? request) =>
        request?.IsOpen(clock.GetUtcNow()) == true ? request : null;

    private async Task<EmailChange?> FindIn(IQueryable<EmailChange> requests, string token, CancellationToken cancel)
    {
        var (hash, now) = (MagicLink.Hash(token), clock.GetUtcNow());
        var request = await requests.FirstOrDefaultAsync(
            row => (row.Old.TokenHash == hash || row.New.TokenHash == hash)
                && row.State != EmailChangeState.Withdrawn,
            cancel);
        if (request?.ExpiresAt <= now)
        {
            if (request.State == EmailChangeState.Waiting)
                await expired.Invalidate(() => Requests
                    .Where(row => row.Id == request.Id && row.State == EmailChangeState.Waiting)
                    .ExecuteUpdateAsync(row => row.SetProperty(e => e.State, EmailChangeState.Withdrawn), cancel),
                    cancel);
            return null;
        }

        return request is not null && (await sessions.OperatorsOf(request.PersonId, cancel)).Count > 0 ? request : null;
    }

    /// <summary>
    /// Changes the address of the person and of all their memberships, and revokes the sign-in links that were sent to
    /// the old address.
    /// </summary>
    private async Task<Refusal?> Apply(EmailChange request, Actor actor, CancellationToken cancel)
    {
        request.Done();
        (await db.Users.FirstAsync(row => row.Id == request.PersonId, cancel)).MoveTo(request.Email);
        await db.Set<MagicLink>().Where(link => link.PersonId == request.PersonId && link.UsedAt == null)
            .ExecuteUpdateAsync(link => link.SetProperty(row => row.UsedAt, actor.At), cancel);
        await sessions.EndElsewhere(request.PersonId, request.SessionId, actor.At);
        var members = await db.AcrossOperators<Member>().Where(row => row.PersonId == request.PersonId)
            .ToListAsync(cancel);
        foreach (var member in members)
            await change.RunInOperator(
                member.OperatorId,
                actor with { MemberId = member.Id },
                async scoped => (await scoped.Members.FirstAsync(row => row.Id == member.Id, cancel))
                    .MoveTo(request.Email),
                cancel);
        foreach (var kind in new[] { EmailChange.AddressLeftEmailKind, EmailChange.AddressChangedEmailKind })
            db.Add(request.NewEmail(kind, actor.At));
        return null;
    }
}
