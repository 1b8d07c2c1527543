using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// Makes, finds and takes back links that are themselves a right. Whatever is wrong with one, it is simply not found.
/// </summary>
public sealed class SignedLinks(AppDbContext db, Change change, TimeProvider clock)
{
    /// <summary>
    /// Makes a link in a change of its own and gives its token, which is kept nowhere: it belongs into one letter.
    /// </summary>
    /// <param name="subjectId">The charter or other thing it is about.</param>
    /// <param name="personId">The member or guest it is for; null where it is for whoever holds it.</param>
    public Task<string> Issue(LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, DateTimeOffset expiresAt,
        CancellationToken cancel = default) =>
        change.Run(actor => Task.FromResult(Write(kind, operatorId, subjectId, personId, expiresAt, actor.At)), cancel);

    /// <summary>The same inside a change that is under way.</summary>
    public string Write(
        LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, DateTimeOffset expiresAt, DateTimeOffset at)
    {
        var token = RandomTokens.Token();
        db.Add(new SignedLink(kind, operatorId, subjectId, personId, Hash(token), at, expiresAt));
        return token;
    }

    /// <summary>
    /// The link of that kind behind a token while it is good; looking changes nothing. It is found by its hash, so that
    /// no time tells how near a guess was. While an operator is suspended its links lead nowhere, but for those to a
    /// boat that does not come back.
    /// </summary>
    public async Task<SignedLink?> Find(LinkKind kind, string token, CancellationToken cancel = default)
    {
        var hash = Hash(token);
        var link = await db.Set<SignedLink>().AsNoTracking()
            .FirstOrDefaultAsync(
                row => row.Hash == hash
                    && (row.Kind == LinkKind.Overdue
                        || db.ActiveOperators.Any(theOperator => theOperator.Id == row.OperatorId)),
                cancel);
        return link?.Kind == kind && link.IsLive(clock.GetUtcNow()) ? link : null;
    }

    /// <summary>How many links of those kinds to one thing are good now.</summary>
    public Task<int> Live(
        Guid operatorId, Guid subjectId, IReadOnlyCollection<LinkKind> kinds, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return db.Set<SignedLink>()
            .CountAsync(
                row => row.OperatorId == operatorId && row.SubjectId == subjectId && kinds.Contains(row.Kind)
                    && row.RevokedAt == null && row.ExpiresAt > now,
                cancel);
    }

    /// <summary>Takes back every link of that kind to one thing; with a person, theirs alone.</summary>
    public Task Revoke(LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, CancellationToken cancel) =>
        change.Run(async actor =>
    {
        var links = await db.Set<SignedLink>()
            .Where(
                row => row.OperatorId == operatorId && row.SubjectId == subjectId && row.Kind == kind
                    && row.RevokedAt == null && (personId == null || row.PersonId == personId))
            .ToListAsync(cancel);
        links.ForEach(link => link.Revoke(actor.At));
        return links.Count;
    }, cancel);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
