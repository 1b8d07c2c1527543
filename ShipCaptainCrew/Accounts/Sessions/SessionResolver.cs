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

/// <summary>Asks the database whether a pass is still good, and for whom.</summary>
public sealed class SessionResolver(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    /// <summary>What is said to somebody who signed in and finds no operator open.</summary>
    public static readonly LocalizedText NoOperatorOpen =
        "You are signed in, but no operator that you belong to is open to you now: it was suspended, or you are no longer on its list. Ask its owner.";

    /// <returns>No session where the pass is not good; no viewer where the person is no member of that
    /// operator.</returns>
    public async Task<(Session? Session, Viewer? Viewer)> Check(
        ClaimsPrincipal pass, string? slug, CancellationToken cancel)
    {
        if (!Guid.TryParse(pass.FindFirstValue("sid"), out var sid) || AccessToken.HasExpired(pass, clock.GetUtcNow()))
            return (null, null);
        var session = await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == sid, cancel);
        if (session is null || !session.IsLive(clock.GetUtcNow())) return (null, null);
        var viewer = await ViewerOf(session, slug, cancel);
        if (viewer is not null) await Seen(session, viewer.OperatorId, cancel);
        return (session, viewer);
    }

    /// <summary>
    /// Where somebody comes aboard who names no operator: the one used last, else the first that is open to them.
    /// </summary>
    /// <returns>As <see cref="Check"/> says it: a session without a viewer is somebody to whom no operator is
    /// open.</returns>
    public async Task<(Session? Session, Viewer? Viewer)> Home(ClaimsPrincipal pass, CancellationToken cancel)
    {
        var (session, viewer) = await Check(pass, null, cancel);
        if (session is null || viewer is not null) return (session, viewer);
        var open = await OperatorsOf(session.PersonId, cancel);
        return (session, open.Count == 0 ? null : await ViewerOf(session, open[0].Slug, cancel));
    }

    /// <summary>The operators a person may come aboard of, by name.</summary>
    public Task<List<Operator>> OperatorsOf(Guid personId, CancellationToken cancel) =>
        Memberships(personId).Select(one => one.Operator).OrderBy(theOperator => theOperator.Name).ToListAsync(cancel);

    /// <summary>The operator somebody used last, in whichever session of their own.</summary>
    public Task<Guid?> LastOperatorOf(Guid personId, CancellationToken cancel) => db.Set<Session>()
        .Where(row => row.PersonId == personId && row.OperatorId != null && row.Program == null)
        .OrderByDescending(row => row.LastSeenAt).Select(row => row.OperatorId).FirstOrDefaultAsync(cancel);

    /// <summary>Ends every sign-in of a person's own but the one here. Programs have an end of their own.</summary>
    public async Task EndElsewhere(Guid personId, Guid here, DateTimeOffset at)
    {
        var others = await db.Set<Session>()
            .Where(row => row.PersonId == personId && row.Id != here && row.Program == null && row.RevokedAt == null)
            .ToListAsync();
        others.ForEach(other => other.Revoke(at));
    }

    /// <summary>
    /// The membership a session speaks for, or null where there is none that is active. A program's is that of one
    /// operator, and no more than it was given.
    /// </summary>
    public async Task<Viewer?> ViewerOf(Session session, string? slug, CancellationToken cancel)
    {
        var all = Memberships(session.PersonId);
        var found = await (
            from one in all
            where (slug == null || one.Operator.Slug == slug)
                && ((slug != null && session.Program == null) || one.Operator.Id == session.OperatorId)
            select new { one.Member, one.Operator,
                HasOthers = all.Any(other => other.Operator.Id != one.Operator.Id) }).FirstOrDefaultAsync(
                cancel);
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
    /// Where a person may come aboard: as a member who was not let go, of an operator that is not suspended.
    /// </summary>
    private IQueryable<Membership> Memberships(Guid personId) =>
        from member in db.AcrossOperators<Member>()
        join theOperator in db.ActiveOperators on member.OperatorId equals theOperator.Id
        where member.PersonId == personId && member.SuspendedAt == null && member.ArchivedAt == null
            && member.JoinedAt != null
        select new Membership { Member = member, Operator = theOperator };

    /// <summary>Best effort: whoever only reads shall not be turned away because the disk is full.</summary>
    private async Task Seen(Session session, Guid operatorId, CancellationToken cancel)
    {
        try
        {
            await Note(session, operatorId, cancel);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
        }
    }

    private async Task Note(Session session, Guid operatorId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (session.OperatorId == operatorId && now - session.LastSeenAt < Session.SeenEvery) return;
        using var turn = await gate.Enter(cancel);
        await db.Set<Session>().Where(row => row.Id == session.Id).ExecuteUpdateAsync(
            row => row.SetProperty(s => s.LastSeenAt, now).SetProperty(s => s.OperatorId, operatorId), cancel);
    }

    private sealed class Membership
    {
        public required Member Member { get; init; }

        public required Operator Operator { get; init; }
    }
}
