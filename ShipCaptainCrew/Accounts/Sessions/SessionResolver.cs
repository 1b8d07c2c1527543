using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>Resolves the session and the viewer of a cookie or token.</summary>
public sealed partial class SessionResolver(
    AppDbContext db, WriteGate gate, ChangeCounter changes, OutsideChanges outside, KnownViewers known,
    TimeProvider clock)
{
    /// <summary>
    /// The message for a person who is signed in but has no active membership in any active operator.
    /// </summary>
    public static readonly LocalizedText NoOperatorOpen =
        "You are signed in, but no operator is open to you now: it was suspended, or you were removed from it. Ask "
        + "its owner.";

    /// <summary>The message for one whose session began before the membership became active.</summary>
    private static readonly LocalizedText SessionTooOld =
        "You were added after you signed in here. Sign out, then sign in again.";

    /// <summary>The message for one who can accept an invitation.</summary>
    private static readonly LocalizedText InvitationWaits =
        "You are signed in, and you have an invitation. Open the link in it to accept.";

    /// <returns>No session if it is invalid; no viewer if the session opens nothing of that operator.</returns>
    public async Task<(Session? Session, Viewer? Viewer)> Check(
        ClaimsPrincipal principal, string? slug, CancellationToken cancel)
    {
        outside.Look();
        var (session, viewer) = await KnownOrRead(principal, slug, cancel);
        if (session is null || !await IsMemberOfNamedOperator(principal, session, viewer, cancel)) return (null, null);
        if (viewer is not null) await TryUpdateLastSeen(session, slug, viewer.OperatorId, cancel);
        return (session, viewer);
    }

    /// <summary>
    /// The live session that a cookie or token names; null if there is none, or if the token's claims do not fit it.
    /// </summary>
    public async Task<Session?> Find(ClaimsPrincipal principal, CancellationToken cancel)
    {
        if (SessionIdOf(principal) is not { } sessionId) return null;
        var session = await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == sessionId, cancel);
        return session is not null && IsLive(session, principal) ? session : null;
    }

    /// <summary>
    /// The viewer when the request names no operator: in the operator used last, else in the first active one.
    /// </summary>
    /// <returns>As <see cref="Check"/>: no viewer means that the person has no active membership.</returns>
    public async Task<(Session? Session, Viewer? Viewer)> Home(ClaimsPrincipal principal, CancellationToken cancel)
    {
        var (session, viewer) = await Check(principal, null, cancel);
        if (session is null || viewer is not null) return (session, viewer);
        var operators = await ByName(OpenTo(session)).ToListAsync(cancel);
        return (session, operators.Count == 0 ? null : await ViewerOf(session, operators[0].Slug, cancel));
    }

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
    /// The viewer of a session; null if it opens nothing of the operator. A program is limited to its own operator and
    /// role.
    /// </summary>
    public async Task<Viewer?> ViewerOf(Session session, string? slug, CancellationToken cancel)
    {
        var memberships = OpenTo(session);
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
            Locale = found.Operator.EffectiveLocale,
            PortName = found.Operator.PortName,
            MemberId = found.Member.Id,
            Name = found.Member.Name,
            Email = found.Member.Email,
            Role = session.Cap < found.Member.Role ? session.Cap.Value : found.Member.Role,
            Qualifications = found.Member.Qualifications,
            SignedInAt = session.CreatedAt,
            SessionEndsAt = session.EndsAt,
            IsProgram = session.Program is not null,
            HasOtherOperators = found.HasOthers,
        };
    }

    /// <summary>
    /// Updates the time of last use. Storage failures are ignored, so reading still works when the disk is full.
    /// </summary>
    private async Task TryUpdateLastSeen(Session session, string? slug, Guid operatorId, CancellationToken cancel)
    {
        try
        {
            await UpdateLastSeen(session, slug, operatorId, cancel);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
        }
    }

    private async Task UpdateLastSeen(Session session, string? slug, Guid operatorId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (session.OperatorId == operatorId && now - session.LastSeenAt < Session.LastSeenPrecision) return;
        using var writing = await gate.Enter(cancel);
        await db.Set<Session>().Where(row => row.Id == session.Id).ExecuteUpdateAsync(
            row => row.SetProperty(s => s.LastSeenAt, now).SetProperty(s => s.OperatorId, operatorId), cancel);
        if (session.OperatorId != operatorId) return;
        known.Forget(session.Id, slug);
        writing.RaiseNothing();
    }

    private async Task<(Session? Session, Viewer? Viewer)> KnownOrRead(
        ClaimsPrincipal principal, string? slug, CancellationToken cancel)
    {
        if (SessionIdOf(principal) is { } id && known.Find(id, slug) is var (session, viewer)
            && IsLive(session, principal))
            return (session, viewer);
        var since = changes.Number;
        if (await Find(principal, cancel) is not { } found) return (null, null);
        var opened = await ViewerOf(found, slug, cancel);
        if (opened is not null) known.Keep(found, slug, opened, since);
        return (found, opened);
    }

    private bool IsLive(Session session, ClaimsPrincipal principal)
    {
        var now = clock.GetUtcNow();
        return session.IsLive(now) && SessionClaims.Fit(principal, session, now);
    }

    private static Guid? SessionIdOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue("sid"), out var id) ? id : null;
}
