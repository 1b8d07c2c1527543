using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>Sign-in and invitations by email. Every failure returns the same refusal.</summary>
public sealed class MagicLinks(AppDbContext db, Change change, SessionResolver sessions, Invitations invitations,
    SignInAllowance allowance, KnownDevices devices, ExpiredTokens expired)
{
    public const string EmailKind = "sign_in";

    /// <summary>Excludes invitations of suspended operators; they work again when the operator is resumed.</summary>
    private IQueryable<MagicLink> Links =>
        db.Set<MagicLink>().Where(link =>
            link.OperatorId == null || db.ActiveOperators.Any(row => row.Id == link.OperatorId));

    internal static Refusal NotValid =>
        new(RefusalKind.Malformed, "not_valid", "This link or code is unknown, used or expired. Ask for a new one.");

    /// <summary>
    /// Queues a sign-in email if somebody has the address, and returns the ask token for the browser.
    /// </summary>
    /// <param name="device">The token of the browser's <see cref="DeviceCookie"/>; null if it has none.</param>
    public Task<string> Ask(string email, string? device, CancellationToken cancel) => change.Run(async actor =>
    {
        var normalizedEmail = Person.Normalize(email);
        var personId = await db.Users.Where(person => person.NormalizedEmail == normalizedEmail)
            .Select(person => (Guid?)person.Id).FirstOrDefaultAsync(cancel);
        var deviceId = await devices.Find(device, personId, cancel);
        if (!await allowance.Permits(personId, deviceId, actor.At, cancel)) personId = null;
        var ask = RandomTokens.Token();
        var link = MagicLink.Asked(personId, ask, actor.At, deviceId);
        db.Add(link);
        db.Add(new OutboxEmail(EmailKind, $"{EmailKind}|{link.Id}", actor.At) { SubjectId = link.Id });
        return ask;
    }, cancel);

    /// <summary>
    /// Creates the secrets for a sign-in email about to be sent; null if nobody has the address or the link expired.
    /// </summary>
    public Task<Issued?> Issue(Guid linkId, CancellationToken cancel) => change.Run(async actor =>
    {
        var link = await db.Set<MagicLink>().FirstOrDefaultAsync(row => row.Id == linkId, cancel);
        return link?.IsLive(actor.At) == true ? link.Issue() : null;
    }, cancel);

    /// <summary>Creates the link for an invitation about to be sent.</summary>
    public Task<Issued> Invite(Member member, CancellationToken cancel) => change.Run(actor =>
    {
        var link = MagicLink.Invitation(member.OperatorId, member.Id, member.PersonId, actor.At);
        db.Add(link);
        return Task.FromResult(link.Issue());
    }, cancel);

    /// <summary>
    /// The link of a token while it can still be used. Changes nothing, except that an expired link stays invalid.
    /// </summary>
    public async Task<MagicLink?> Find(string token, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = MagicLink.Hash(token);
        var link = await Links.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancel);
        if (link is { UsedAt: null } && link.ExpiresAt <= now)
            await expired.Invalidate(() => db.Set<MagicLink>().Where(row => row.Id == link.Id && row.UsedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(used => used.UsedAt, now), cancel), cancel);
        return link?.IsLive(now) == true ? link : null;
    }

    /// <summary>Uses the link and starts a session.</summary>
    /// <param name="mustOpenOperator">
    /// Whether to refuse, without using the link, a person to whom no operator is open: a program could do nothing.
    /// </param>
    public Task<Entry> Enter(
        Proof proof, string device, bool isShared, CancellationToken cancel, bool mustOpenOperator = false) =>
        change.Run<Entry>(async actor =>
    {
        var link = await Find(proof, cancel);
        link?.UseIfExpired(actor.At);
        if (link is null || !link.IsOpen(actor.At) || !IsProven(link, proof) || !link.IsLive(actor.At))
            return new(null, NotValid);
        if (link.IsInvitation && await RefuseInvitation(link, cancel) is { } refusal) return new(null, refusal);
        var operatorId = await OperatorFor(link, proof.Operator, cancel);
        if (operatorId is null && proof.Operator is not null)
            return new(null, Refusal.Invalid("operator", "Operator not found."));
        if (operatorId is null && mustOpenOperator)
            return new(null, Refusal.Forbidden(await sessions.Advise(link.PersonId!.Value, cancel)));
        link.Use(actor.At);
        if (link.IsInvitation) await Join(link, proof.Name, actor.At, cancel);
        var session = new Session(link.PersonId!.Value, operatorId, device, isShared, actor.At);
        db.Add(session);
        db.From = db.From with { SessionId = session.Id };
        return new(session, null);
    }, cancel);

    /// <summary>Ends a session.</summary>
    /// <param name="next">The session that replaces it in the same browser and takes over its email change.</param>
    public Task Leave(Guid sessionId, CancellationToken cancel, Session? next = null) => change.Run(async actor =>
    {
        var session = await db.Set<Session>().FirstOrDefaultAsync(row => row.Id == sessionId, cancel);
        session?.Revoke(actor.At);
        if (next is not null)
            await db.Set<EmailChange>().Where(row => row.SessionId == sessionId && row.PersonId == next.PersonId)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.SessionId, next.Id), cancel);
        return true;
    }, cancel);

    /// <summary>
    /// A sign-in link must be used in the browser that asked for it, or together with the code from the email. So a
    /// mail scanner that follows it, and runs scripts, can neither use nor invalidate it. A person's first invitation
    /// needs only its link, because no browser asked for it and it opens nothing that they had before.
    /// </summary>
    private static bool IsProven(MagicLink link, Proof proof)
    {
        if (link.IsInvitation) return proof.Token is not null;
        var sameBrowser = proof.Token is not null && link.WasAskedWith(proof.Ask);
        return sameBrowser || link.AcceptsCode(proof.Code);
    }

    private Task<MagicLink?> Find(Proof proof, CancellationToken cancel)
    {
        var token = proof.Token is null ? null : MagicLink.Hash(proof.Token);
        var ask = proof.Ask is null ? null : MagicLink.Hash(proof.Ask);
        return token is not null ? Links.FirstOrDefaultAsync(row => row.TokenHash == token, cancel)
            : ask is not null ? Links.FirstOrDefaultAsync(row => row.AskHash == ask, cancel)
            : Task.FromResult<MagicLink?>(null);
    }

    /// <summary>Whether an invitation is no longer open, or not enough to sign in with.</summary>
    private async Task<Refusal?> RefuseInvitation(MagicLink invitation, CancellationToken cancel) =>
        await invitations.Find(invitation, cancel) is not { } invited ? NotValid
        : invited.HasJoined ? Invitations.SignInFirst
        : null;

    private Task Join(MagicLink invitation, string? name, DateTimeOffset at, CancellationToken cancel)
    {
        db.UseOperator(invitation.OperatorId!.Value, invitation.MemberId);
        return Invitations.Join(db, invitation, name, null, at, cancel);
    }

    /// <summary>
    /// The operator to sign in to: the one of the invitation, else the requested one, else the one used last; null if
    /// there is none.
    /// </summary>
    private async Task<Guid?> OperatorFor(MagicLink link, string? slug, CancellationToken cancel)
    {
        if (link.IsInvitation)
        {
            var isRequested = slug is null
                || await db.Operators.AnyAsync(row => row.Id == link.OperatorId && row.Slug == slug, cancel);
            return isRequested ? link.OperatorId : null;
        }

        var operators = await sessions.OperatorsOf(link.PersonId!.Value, cancel);
        if (slug is not null) return operators.Find(row => row.Slug == slug)?.Id;
        var lastUsed = await sessions.LastOperatorOf(link.PersonId.Value, cancel);
        return (operators.Find(row => row.Id == lastUsed) ?? operators.FirstOrDefault())?.Id;
    }
}
