using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>Resolves the session and the viewer of a cookie or token.</summary>
public sealed class SessionResolver(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    /// <summary>
    /// The message for a person who is signed in but has no active membership in any active operator.
    /// </summary>
    public static readonly LocalizedText NoOperatorOpen =
        "You are signed in, but no operator that you belong to is open to you now: it was suspended, or you are no "
        + "longer on its list. Ask its owner.";

    /// <returns>No session if it is invalid; no viewer if the person is not a member of that operator.</returns>
    public async Task<(Session? Session, Viewer? Viewer)> Check(
        ClaimsPrincipal principal, string? slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!Guid.TryParse(principal.FindFirstValue("sid"), out var sessionId)
            || AccessToken.HasExpired(principal, now))
            return (null, null);
        var session = await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == sessionId, cancel);
        if (session is null || !session.IsLive(now)) return (null, null);
        var viewer = await ViewerOf(session, slug, cancel);
        if (viewer is not null) await TryUpdateLastSeen(session, viewer.OperatorId, cancel);
        return (session, viewer);
    }

    /// <summary>
    /// The viewer when the request names no operator: in the operator used last, else in the first active one.
    /// </summary>
    /// <returns>As <see cref="Check"/>: no viewer means that the person has no active membership.</returns>
    public async Task<(Session? Session, Viewer? Viewer)> Home(ClaimsPrincipal principal, CancellationToken cancel)
    {
        var (session, viewer) = await Check(principal, null, cancel);
        if (session is null || viewer is not null) return (session, viewer);
        var operators = await OperatorsOf(session.PersonId, cancel);
        return (session, operators.Count == 0 ? null : await ViewerOf(session, operators[0].Slug, cancel));
    }

    /// <summary>The active operators that a person is an active member of, sorted by name.</summary>
    public Task<List<Operator>> OperatorsOf(Guid personId, CancellationToken cancel) =>
        Memberships(personId).Select(membership => membership.Operator).OrderBy(row => row.Name).ToListAsync(cancel);

    /// <summary>The operator that a person used last, in any session that is not a program's.</summary>
    public Task<Guid?> LastOperatorOf(Guid personId, CancellationToken cancel) => db.Set<Session>()
        .Where(row => row.PersonId == personId && row.OperatorId != null && row.Program == null)
        .OrderByDescending(row => row.LastSeenAt).Select(row => row.OperatorId).FirstOrDefaultAsync(cancel);

    /// <summary>Revokes all other sessions of a person, but not the sessions of programs.</summary>
    public async Task EndElsewhere(Guid personId, Guid currentSessionId, DateTimeOffset at)
    {
        var others = await db.Set<Session>()
            .Where(row => row.PersonId == personId && row.Id != currentSessionId && row.Program == null
                && row.RevokedAt == null)
            .ToListAsync();
        others.ForEach(other => other.Revoke(at));
    }

    /// <summary>
    /// The viewer of a session; null if the person has no active membership. A program is limited to its own operator
    /// and role.
    /// </summary>
    public async Task<Viewer?> ViewerOf(Session session, string? slug, CancellationToken cancel)
    {
        var memberships = Memberships(session.PersonId);
        var query =
            from membership in memberships
            where (slug == null || membership.Operator.Slug == slug)
                && ((slug != null && session.Program == null) || membership.Operator.Id == session.OperatorId)
            select new
            {
                membership.Member,
                membership.Operator,
                HasOthers = memberships.Any(other => other.Operator.Id != membership.Operator.Id),
            };
        var found = await query.FirstOrDefaultAsync(cancel);
        return found is null ? null : new()
        {
            PersonId = session.PersonId,
            SessionId = session.Id,
            OperatorId = found.Operator.Id,
            OperatorSlug = found.Operator.Slug,
            OperatorName = found.Operator.Name,
            TimeZone = found.Operator.TimeZone,
            MemberId = found.Member.Id,
            Name = found.Member.Name,
            Email = found.Member.Email,
            Role = session.Cap < found.Member.Role ? session.Cap.Value : found.Member.Role,
            Qualifications = found.Member.Qualifications,
            SignedInAt = session.CreatedAt,
            IsProgram = session.Program is not null,
            HasOtherOperators = found.HasOthers,
        };
    }

    /// <summary>
    /// The person's active memberships (joined, not suspended or archived) in operators that are not suspended.
    /// </summary>
    private IQueryable<Membership> Memberships(Guid personId) =>
        from member in db.AcrossOperators<Member>()
        join operatorRow in db.ActiveOperators on member.OperatorId equals operatorRow.Id
        where member.PersonId == personId && member.SuspendedAt == null && member.ArchivedAt == null
            && member.JoinedAt != null
        select new Membership { Member = member, Operator = operatorRow };

    /// <summary>
    /// Updates the time of last use. Storage failures are ignored, so reading still works when the disk is full.
    /// </summary>
    private async Task TryUpdateLastSeen(Session session, Guid operatorId, CancellationToken cancel)
    {
        try
        {
            await UpdateLastSeen(session, operatorId, cancel);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
        }
    }

    private async Task UpdateLastSeen(Session session, Guid operatorId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (session.OperatorId == operatorId && now - session.LastSeenAt < Session.LastSeenPrecision) return;
        using var writing = await gate.Enter(cancel);
        await db.Set<Session>().Where(row => row.Id == session.Id).ExecuteUpdateAsync(
            row => row.SetProperty(s => s.LastSeenAt, now).SetProperty(s => s.OperatorId, operatorId), cancel);
    }

    private sealed class Membership
    {
        public required Member Member { get; init; }

        public required Operator Operator { get; init; }
    }
}
