using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// What somebody shows to come in: the link from the letter, and the browser's own mark or the letter's code beside it.
/// </summary>
/// <param name="Operator">The slug of the operator to come aboard of; null for the one used last.</param>
public sealed record Proof(string? Token, string? Ask, string? Code, string? Name, string? Operator = null);

/// <summary>The session that began, or why none did.</summary>
public sealed record Entry(Session? Session, Refusal? Refusal);

/// <summary>What an invitation says of itself.</summary>
/// <param name="Name">Of the person, as the office wrote it.</param>
public sealed record Invited(string? Name, string Operator, MemberRole Role);

/// <summary>Ways in by mail. Every failure looks the same from outside.</summary>
public sealed class MagicLinks(
    AppDbContext db, Change change, SessionResolver sessions, LimitOptions limits, TimeProvider clock)
{
    public const string EmailKind = "sign_in";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Nobody joins an operator while it is suspended; afterwards the invitation is good again.</summary>
    private IQueryable<MagicLink> Links =>
        db.Set<MagicLink>()
            .Where(
                link => link.OperatorId == null
                    || db.ActiveOperators.Any(theOperator => theOperator.Id == link.OperatorId));

    private static Refusal NotValid =>
        new(RefusalKind.Malformed, "not_valid", "This link or code is unknown, used or expired. Ask for a new one.");

    /// <summary>How long until the house mails another sign-in letter, whoever asks; null where it does now.</summary>
    public async Task<TimeSpan?> Wait(CancellationToken cancel)
    {
        var anHourAgo = clock.GetUtcNow() - Hour;
        var mailed = await db.Set<MagicLink>()
            .Where(link => link.PersonId != null && link.MemberId == null && link.CreatedAt > anHourAgo)
            .OrderByDescending(link => link.CreatedAt).Select(link => link.CreatedAt).Take(limits.Letters)
            .ToListAsync(cancel);
        return mailed.Count < limits.Letters ? null : mailed[^1] - anHourAgo;
    }

    /// <summary>
    /// Writes a sign-in letter to the address, if it is anybody's, and gives the mark of the browser that asked.
    /// </summary>
    public Task<string> Ask(string email, CancellationToken cancel) => change.Run(async actor =>
    {
        var known = Person.Normalize(email);
        var personId = await db.Users.Where(person => person.NormalizedEmail == known)
            .Select(person => (Guid?)person.Id).FirstOrDefaultAsync(cancel);
        if (await IsMailedEnough(personId, actor.At, cancel)) personId = null;
        var ask = RandomTokens.Token();
        var link = MagicLink.Asked(personId, ask, actor.At);
        db.Add(link);
        db.Add(new OutboxEmail(EmailKind, $"{EmailKind}|{link.Id}", actor.At) { SubjectId = link.Id });
        return ask;
    }, cancel);

    /// <summary>Further asks go the way of an unknown address.</summary>
    private Task<bool> IsMailedEnough(Guid? personId, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<MagicLink>()
        .Where(link => link.PersonId == (personId ?? Guid.Empty) && link.MemberId == null)
        .Select(link => link.CreatedAt).AreEnough(now, cancel);

    /// <summary>
    /// Makes the secrets for a sign-in letter about to be sent; null where the address is nobody's, or it is too late.
    /// </summary>
    public Task<Issued?> Issue(Guid linkId, CancellationToken cancel) => change.Run(async actor =>
    {
        var link = await db.Set<MagicLink>().FirstOrDefaultAsync(row => row.Id == linkId, cancel);
        return link?.IsLive(actor.At) == true ? link.Issue() : null;
    }, cancel);

    /// <summary>Makes the link for an invitation about to be sent.</summary>
    public Task<Issued> Invite(Member member, CancellationToken cancel) => change.Run(actor =>
    {
        var link = MagicLink.Invitation(member.OperatorId, member.Id, member.PersonId, actor.At);
        db.Add(link);
        return Task.FromResult(link.Issue());
    }, cancel);

    /// <summary>The link behind a token while it can still be used; looking changes nothing.</summary>
    public async Task<MagicLink?> Find(string token, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = MagicLink.Hash(token);
        var link = await Links.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancel);
        return link?.IsLive(now) == true ? link : null;
    }

    /// <summary>Who invites, as what, and under which name; none where nobody has said it yet.</summary>
    public Task<Invited> InvitedBy(MagicLink invitation, CancellationToken cancel) => (
        from member in db.AcrossOperators<Member>()
        join theOperator in db.Operators on member.OperatorId equals theOperator.Id
        where member.OperatorId == invitation.OperatorId && member.Id == invitation.MemberId
        select new Invited(member.Name == member.Email ? null : member.Name, theOperator.Name, member.Role)).FirstAsync(
            cancel);

    /// <summary>Spends the link and begins a session.</summary>
    public Task<Entry> Enter(Proof proof, string device, bool isShared, CancellationToken cancel) =>
        change.Run<Entry>(async actor =>
    {
        var link = await Load(proof, cancel);
        if (link is null || !link.IsOpen(actor.At) || !Holds(link, proof) || !link.IsLive(actor.At))
            return new(null, NotValid);
        var operatorId = await OperatorFor(link, proof.Operator, cancel);
        if (operatorId is null && proof.Operator is not null)
            return new(null, Refusal.Invalid("operator", "There is no such operator."));
        link.Use(actor.At);
        if (link.IsInvitation) await Join(link, proof.Name, actor.At, cancel);
        var session = new Session(link.PersonId!.Value, operatorId, device, isShared, actor.At);
        db.Add(session);
        db.From = db.From with { SessionId = session.Id };
        return new(session, null);
    }, cancel);

    /// <param name="next">The sign-in that takes its place in the same browser; a wish for another address goes on in
    /// it.</param>
    public Task Leave(Guid sessionId, CancellationToken cancel, Session? next = null) => change.Run(async actor =>
    {
        var session = await db.Set<Session>().FirstOrDefaultAsync(row => row.Id == sessionId, cancel);
        session?.Revoke(actor.At);
        if (next is not null)
            await db.Set<EmailChange>().Where(wish => wish.SessionId == sessionId && wish.PersonId == next.PersonId)
                .ExecuteUpdateAsync(wish => wish.SetProperty(row => row.SessionId, next.Id), cancel);
        return true;
    }, cancel);

    /// <summary>
    /// A link alone is not enough: it must come from the browser that asked, or with the code printed beside it. So a
    /// mail scanner that follows it, scripts and all, can neither use nor burn it. Nobody asked for an invitation.
    /// </summary>
    private static bool Holds(MagicLink link, Proof proof)
    {
        if (link.IsInvitation) return proof.Token is not null;
        var sameBrowser = proof.Token is not null && link.WasAskedWith(proof.Ask);
        return sameBrowser || link.Opens(proof.Code);
    }

    private Task<MagicLink?> Load(Proof proof, CancellationToken cancel)
    {
        var token = proof.Token is null ? null : MagicLink.Hash(proof.Token);
        var ask = proof.Ask is null ? null : MagicLink.Hash(proof.Ask);
        return token is not null ? Links.FirstOrDefaultAsync(row => row.TokenHash == token, cancel)
            : ask is not null ? Links.FirstOrDefaultAsync(row => row.AskHash == ask, cancel)
            : Task.FromResult<MagicLink?>(null);
    }

    /// <summary>Comes aboard. Whatever other invitations the member was sent are of no use from here on.</summary>
    private async Task Join(MagicLink invitation, string? name, DateTimeOffset at, CancellationToken cancel)
    {
        db.UseOperator(invitation.OperatorId!.Value, invitation.MemberId);
        var member = await db.Members.FirstAsync(row => row.Id == invitation.MemberId, cancel);
        member.Join(name, new(member.Id, at));
        var others = await db.Set<MagicLink>()
            .Where(row => row.OperatorId == invitation.OperatorId && row.MemberId == member.Id && row.UsedAt == null)
            .ToListAsync(cancel);
        others.ForEach(other => other.Use(at));
    }

    /// <summary>
    /// The operator to come aboard of: the invitation's, the one asked for, else the one used last; null where there is
    /// none.
    /// </summary>
    private async Task<Guid?> OperatorFor(MagicLink link, string? slug, CancellationToken cancel)
    {
        if (link.IsInvitation)
            return slug is null
                || await db.Operators.AnyAsync(row => row.Id == link.OperatorId && row.Slug == slug, cancel)
                ? link.OperatorId : null;
        var open = await sessions.OperatorsOf(link.PersonId!.Value, cancel);
        return slug is not null
            ? open.Find(theOperator => theOperator.Slug == slug)?.Id
            : await sessions.LastOperatorOf(link.PersonId.Value, cancel) is { } last
                && open.Exists(theOperator => theOperator.Id == last)
                ? last
            : open.FirstOrDefault()?.Id;
    }
}
