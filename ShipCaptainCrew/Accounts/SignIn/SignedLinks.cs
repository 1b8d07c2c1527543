using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>Creates, finds and revokes signed links. An invalid link is not found, whatever the reason.</summary>
public sealed partial class SignedLinks(
    AppDbContext db, Change change, DerivedTokens tokens, ExpiredTokens expired, TimeProvider clock)
{
    private static readonly LinkKind[] WorkWhileSuspended =
        [LinkKind.Overdue, LinkKind.StopDaily, LinkKind.StopReminders, LinkKind.StopWaiverReminders];

    /// <summary>Creates a link in its own transaction and returns its token, which is not stored.</summary>
    /// <param name="subjectId">The charter, guest or other record that it is about.</param>
    /// <param name="personId">The member or guest it is for; null if anybody who has it may use it.</param>
    public Task<string> Issue(LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, DateTimeOffset expiresAt,
        CancellationToken cancel = default) =>
        change.Run(actor => Task.FromResult(Write(kind, operatorId, subjectId, personId, expiresAt, actor.At)), cancel);

    /// <summary>The same with a code, for a link that acts for a member or the shore contact.</summary>
    public Task<Issued> IssueWithCode(LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId,
        DateTimeOffset expiresAt, CancellationToken cancel = default) =>
        change.Run(actor =>
        {
            var token = RandomTokens.Token();
            var link = new SignedLink(kind, operatorId, subjectId, personId, Hash(token), actor.At, expiresAt);
            db.Add(link);
            return Task.FromResult(new Issued(token, link.IssueCode()));
        }, cancel);

    /// <summary>Whether the code belongs to the link while it is valid. Counts wrong codes.</summary>
    public Task<bool> Accepts(SignedLink link, string code, CancellationToken cancel = default) =>
        change.Run(async actor =>
        {
            var row = await db.Set<SignedLink>().FirstAsync(other => other.Id == link.Id, cancel);
            return row.IsLive(actor.At) && row.AcceptsCode(code);
        }, cancel);

    /// <summary>The same as <see cref="Issue"/>, inside the current transaction.</summary>
    public string Write(
        LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, DateTimeOffset expiresAt, DateTimeOffset at)
    {
        var token = RandomTokens.Token();
        db.Add(new SignedLink(kind, operatorId, subjectId, personId, Hash(token), at, expiresAt));
        return token;
    }

    /// <summary>
    /// Returns the token of a link that is the same in every email and does not expire. The first call writes its row.
    /// </summary>
    public async Task<string> IssueLasting(
        LinkKind kind, Guid operatorId, Guid subjectId, Guid personId, CancellationToken cancel = default)
    {
        var token = tokens.Token($"{kind}|{operatorId:N}|{subjectId:N}|{personId:N}");
        var hash = Hash(token);
        if (await db.Set<SignedLink>().AnyAsync(row => row.Hash == hash, cancel)) return token;
        return await change.Run(async actor =>
        {
            if (!await db.Set<SignedLink>().AnyAsync(row => row.Hash == hash, cancel))
                db.Add(new SignedLink(
                    kind, operatorId, subjectId, personId, hash, actor.At, DateTimeOffset.MaxValue));
            return token;
        }, cancel);
    }

    /// <summary>
    /// The link of a token while it is valid. Changes nothing, except that an expired link is revoked. It is looked up
    /// by hash, so response times do not reveal how close a guess was. Links of suspended operators are not found,
    /// except those to an overdue charter and those that turn emails off.
    /// </summary>
    public async Task<SignedLink?> Find(LinkKind kind, string token, CancellationToken cancel = default) =>
        await Find(token, cancel) is { } link && link.Kind == kind ? link : null;

    /// <summary>The same, whatever the kind of the link.</summary>
    public async Task<SignedLink?> Find(string token, CancellationToken cancel = default)
    {
        var hash = Hash(token);
        var link = await db.Set<SignedLink>().AsNoTracking()
            .FirstOrDefaultAsync(
                row => row.Hash == hash
                    && (WorkWhileSuspended.Contains(row.Kind)
                        || db.ActiveOperators.Any(other => other.Id == row.OperatorId)),
                cancel);
        var now = clock.GetUtcNow();
        if (link is { RevokedAt: null } && link.ExpiresAt <= now)
            await expired.Invalidate(() => db.Set<SignedLink>()
                .Where(row => row.Id == link.Id && row.RevokedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(revoked => revoked.RevokedAt, now), cancel), cancel);
        return link?.IsLive(now) == true ? link : null;
    }

    /// <summary>Counts the valid links of these kinds to one subject.</summary>
    public Task<int> Live(
        Guid operatorId, Guid subjectId, IReadOnlyCollection<LinkKind> kinds, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return db.Set<SignedLink>()
            .Where(row => row.OperatorId == operatorId && row.SubjectId == subjectId)
            .CountAsync(row => kinds.Contains(row.Kind) && row.RevokedAt == null && row.ExpiresAt > now, cancel);
    }

    /// <summary>Revokes all links of one kind to one subject; with a person, only that person's.</summary>
    public Task Revoke(LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, CancellationToken cancel) =>
        change.Run(async actor =>
    {
        var links = await db.Set<SignedLink>()
            .Where(row => row.OperatorId == operatorId && row.SubjectId == subjectId && row.Kind == kind)
            .Where(row => row.RevokedAt == null && (personId == null || row.PersonId == personId))
            .ToListAsync(cancel);
        links.ForEach(link => link.Revoke(actor.At));
        return links.Count;
    }, cancel);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
