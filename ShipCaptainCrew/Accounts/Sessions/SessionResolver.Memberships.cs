using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Accounts.Sessions;

public sealed partial class SessionResolver
{
    /// <summary>The active operators that a person is an active member of, sorted by name.</summary>
    public Task<List<Operator>> OperatorsOf(Guid personId, CancellationToken cancel) =>
        ByName(Memberships(personId)).ToListAsync(cancel);

    /// <summary>Those of them that the viewer's session opens.</summary>
    public Task<List<Operator>> OperatorsOpenTo(Viewer viewer, CancellationToken cancel) =>
        ByName(OpenTo(viewer.PersonId, viewer.SessionId, viewer.SignedInAt)).ToListAsync(cancel);

    /// <summary>
    /// Whether a newer session of the same person, or program, would open the operator: it has an active membership.
    /// </summary>
    public Task<bool> IsTooOld(Session session, string slug, CancellationToken cancel) =>
        Memberships(session.PersonId).AnyAsync(
            membership => membership.Operator.Slug == slug
                && (session.Program == null || membership.Operator.Id == session.OperatorId),
            cancel);

    /// <summary>Whether the person is invited to an active operator and has not joined it.</summary>
    public Task<bool> IsInvited(Guid personId, CancellationToken cancel) =>
        db.AcrossOperators<Member>().AnyAsync(
            member => member.PersonId == personId && member.JoinedAt == null && member.SuspendedAt == null
                && member.ArchivedAt == null && db.ActiveOperators.Any(row => row.Id == member.OperatorId),
            cancel);

    /// <summary>What a signed-in person can do if their session opens no operator.</summary>
    public async Task<LocalizedText> Advise(Guid personId, CancellationToken cancel) =>
        await Memberships(personId).AnyAsync(cancel) ? SessionTooOld
        : await IsInvited(personId, cancel) ? InvitationWaits
        : NoOperatorOpen;

    /// <summary>The operator that a person used last, in any session that is not a program's.</summary>
    public Task<Guid?> LastOperatorOf(Guid personId, CancellationToken cancel) => db.Set<Session>()
        .Where(row => row.PersonId == personId && row.OperatorId != null && row.Program == null)
        .OrderByDescending(row => row.LastSeenAt).Select(row => row.OperatorId).FirstOrDefaultAsync(cancel);

    /// <summary>
    /// Whether a token names an operator that the person is an active member of. It may be a former slug, and another
    /// operator than the one of the request. Always true for a cookie, which names none.
    /// </summary>
    private async Task<bool> IsMemberOfNamedOperator(
        ClaimsPrincipal principal, Session session, Viewer? viewer, CancellationToken cancel)
    {
        if (SessionClaims.IsCookie(principal)) return true;
        var slug = principal.FindFirstValue("operator") ?? "";
        return viewer?.OperatorSlug == slug
            || await Memberships(session.PersonId).AnyAsync(
                membership => membership.Operator.Slug == slug || membership.Operator.FormerSlugs.Contains(slug),
                cancel);
    }

    private static IQueryable<Operator> ByName(IQueryable<Membership> memberships) =>
        memberships.Select(membership => membership.Operator).OrderBy(row => row.Name);

    private IQueryable<Membership> OpenTo(Session session) => OpenTo(session.PersonId, session.Id, session.CreatedAt);

    /// <summary>
    /// The memberships that a session opens: those that have been active since it began, and one that was accepted in
    /// it. So an old session opens nothing after a suspension, or after the person was invited again.
    /// </summary>
    private IQueryable<Membership> OpenTo(Guid personId, Guid sessionId, DateTimeOffset begunAt) =>
        Memberships(personId).Where(membership =>
            membership.Member.ActiveSince <= begunAt || membership.Member.AcceptedInSession == sessionId);

    /// <summary>
    /// The person's active memberships (joined, not suspended or archived) in operators that are not suspended.
    /// </summary>
    private IQueryable<Membership> Memberships(Guid personId) =>
        from member in db.AcrossOperators<Member>()
        join operatorRow in db.ActiveOperators on member.OperatorId equals operatorRow.Id
        where member.PersonId == personId && member.SuspendedAt == null && member.ArchivedAt == null
            && member.JoinedAt != null
        select new Membership { Member = member, Operator = operatorRow };

    private sealed class Membership
    {
        public required Member Member { get; init; }

        public required Operator Operator { get; init; }
    }
}
