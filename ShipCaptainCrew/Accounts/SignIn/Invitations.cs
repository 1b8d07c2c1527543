using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// Accepting an invitation. Its link alone is enough only for a person who never joined an operator. Anybody else signs
/// in first, so that a link that was forwarded or found does not open the operators they already belong to.
/// </summary>
public sealed class Invitations(AppDbContext db, Change change, SessionResolver sessions)
{
    public static Refusal SignInFirst =>
        Refusal.Conflict("sign_in_first", "You already have an account. Sign in, then accept the invitation.");

    /// <summary>What an invitation is to; null if the member has joined since, or was suspended or archived.</summary>
    public async Task<Invited?> Find(MagicLink invitation, CancellationToken cancel)
    {
        var members = db.AcrossOperators<Member>();
        var query =
            from member in members
            join operatorRow in db.Operators on member.OperatorId equals operatorRow.Id
            where member.OperatorId == invitation.OperatorId && member.Id == invitation.MemberId
                && member.JoinedAt == null && member.SuspendedAt == null && member.ArchivedAt == null
            select new Invited(
                member.Name == member.Email ? null : member.Name,
                operatorRow.Name,
                member.Role,
                members.Any(other => other.PersonId == member.PersonId && other.ActiveSince != null));
        return await query.FirstOrDefaultAsync(cancel);
    }

    /// <summary>
    /// Accepts an invitation in the session of the invited person, which then has access to that operator too. The
    /// person's other sessions do not. Accepting it again in the same session changes nothing.
    /// </summary>
    /// <returns>The viewer in the new operator, or the refusal: the same for every link that this person cannot
    /// accept.</returns>
    public async Task<(Viewer? Viewer, Refusal? Refusal)> Accept(
        Session session, string token, CancellationToken cancel)
    {
        if (session.Program is not null) return (null, Refusal.Forbidden("An API token cannot accept an invitation."));
        db.From = db.From with { SessionId = session.Id };
        var slug = await change.Run(actor => TryAccept(session.Id, MagicLink.Hash(token), actor, cancel), cancel);
        return slug is not null && await sessions.ViewerOf(session, slug, cancel) is { } viewer
            ? (viewer, null) : (null, MagicLinks.NotValid);
    }

    /// <summary>
    /// Makes the invited member a member and invalidates their other invitations. Runs inside a change of the operator.
    /// </summary>
    /// <param name="operatorDb">The context of the invitation's operator.</param>
    /// <param name="sessionId">The session in which it is accepted; null if the person was not signed in.</param>
    internal static async Task Join(AppDbContext operatorDb, MagicLink invitation, string? name, Guid? sessionId,
        DateTimeOffset at, CancellationToken cancel)
    {
        var member = await operatorDb.Members.FirstAsync(row => row.Id == invitation.MemberId, cancel);
        member.Join(name, new(member.Id, at), sessionId);
        var others = await operatorDb.Set<MagicLink>()
            .Where(row => row.OperatorId == invitation.OperatorId && row.MemberId == member.Id && row.UsedAt == null)
            .ToListAsync(cancel);
        others.ForEach(other => other.Use(at));
    }

    /// <summary>
    /// Invalidates the open invitations of a member who was suspended or archived. Runs inside a change of the
    /// operator.
    /// </summary>
    public Task Withdraw(Guid memberId, DateTimeOffset at)
    {
        var operatorId = db.OperatorId;
        return db.Set<MagicLink>()
            .Where(row => row.OperatorId == operatorId && row.MemberId == memberId && row.UsedAt == null)
            .ExecuteUpdateAsync(link => link.SetProperty(row => row.UsedAt, at));
    }

    /// <returns>The slug of the operator that the person is now a member of; null if the link is not theirs.</returns>
    private async Task<string?> TryAccept(Guid sessionId, string hash, Actor actor, CancellationToken cancel)
    {
        var session = await db.Set<Session>().FirstAsync(row => row.Id == sessionId, cancel);
        var link = await db.Set<MagicLink>().FirstOrDefaultAsync(
            row => row.TokenHash == hash && row.MemberId != null && row.PersonId == session.PersonId, cancel);
        link?.UseIfExpired(actor.At);
        if (link is null || !session.IsLive(actor.At)) return null;
        var slug = await db.ActiveOperators.Where(row => row.Id == link.OperatorId).Select(row => row.Slug)
            .FirstOrDefaultAsync(cancel);
        if (slug is null || await WasAccepted(link, sessionId, cancel)) return slug;
        if (!link.IsLive(actor.At) || await Find(link, cancel) is not { } invited) return null;
        var name = invited.Name is null ? await NameElsewhere(link, cancel) : null;
        if (await sessions.ViewerOf(session, null, cancel) is null) session.Seen(link.OperatorId, actor.At);
        await change.RunInOperator(
            link.OperatorId!.Value,
            actor with { MemberId = link.MemberId },
            operatorDb => Join(operatorDb, link, name, sessionId, actor.At, cancel),
            cancel);
        return slug;
    }

    private Task<bool> WasAccepted(MagicLink link, Guid sessionId, CancellationToken cancel) =>
        db.AcrossOperators<Member>().AnyAsync(
            member => member.OperatorId == link.OperatorId && member.Id == link.MemberId
                && member.JoinedAt != null && member.AcceptedInSession == sessionId,
            cancel);

    /// <summary>The email address of the person of a session, to show whose it is.</summary>
    public Task<string?> AddressOf(Session session, CancellationToken cancel) =>
        db.Users.Where(person => person.Id == session.PersonId).Select(person => person.Email)
            .FirstOrDefaultAsync(cancel);

    /// <summary>The person's name at the operator that they joined last.</summary>
    private Task<string?> NameElsewhere(MagicLink link, CancellationToken cancel) =>
        db.AcrossOperators<Member>().Where(member => member.PersonId == link.PersonId && member.ActiveSince != null)
            .OrderByDescending(member => member.ActiveSince).Select(member => (string?)member.Name)
            .FirstOrDefaultAsync(cancel);
}
