using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Accounts;

/// <summary>
/// Creates and revokes named API tokens for programs, by an owner. A program acts as the owner who created it and never
/// has more rights than a dispatcher.
/// </summary>
public sealed class ProgramActions(
    AppDbContext db, Change change, SessionResolver sessions, AccessToken tokens, TimeProvider clock)
{
    private const int MostDays = 366;

    /// <summary>Programs whose token is still valid. It ends when its maker's membership does.</summary>
    public async Task<IReadOnlyList<Session>> Of(Viewer viewer)
    {
        var programs = await db.Set<Session>().AsNoTracking()
            .Where(row => row.OperatorId == viewer.OperatorId && row.Program != null
                && db.Members.Any(member => member.PersonId == row.PersonId && member.ActiveSince <= row.CreatedAt
                    && member.JoinedAt != null && member.SuspendedAt == null && member.ArchivedAt == null))
            .OrderBy(row => row.CreatedAt)
            .ToListAsync();
        return programs.FindAll(program => program.IsLive(clock.GetUtcNow()));
    }

    /// <returns>The token, which is shown once and not stored.</returns>
    public async Task<(string? Token, Refusal? Refusal)> Make(Viewer viewer, Input input)
    {
        var (session, refusal) = await change.Run<(Session?, Refusal?)>(async actor =>
        {
            if ((viewer.MayNot(Right.KeepPrograms) ?? Lookups.Stale(viewer, clock)) is { } forbidden)
                return (null, forbidden);
            var name = input.Text("name", required: "Enter a name for the token.");
            var cap = input.Choice<MemberRole>("role", null, required: "Choose a role for the token.");
            var days = input.Whole("days", null, 1, MostDays, required: "Enter how many days it is valid.");
            if (cap == MemberRole.Owner) input.Error("role", "An API token can be a dispatcher at most.");
            if (input.Refusal is { } invalid) return (null, invalid);
            var made = Session.ForProgram(
                viewer.PersonId, viewer.OperatorId, name!, cap!.Value, actor.At.AddDays(days!.Value), actor.At);
            db.Add(made);
            await Note(viewer, SignInMethodChange.ProgramMade);
            return (made, null);
        });
        if (session is null) return (null, refusal);
        var program = await sessions.ViewerOf(session, null, CancellationToken.None);
        return (tokens.For(program!), null);
    }

    public Task<Outcome> Revoke(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if (viewer.MayNot(Right.KeepPrograms) is { } refusal) return refusal;
        var id = input.Id("program", required: "Choose the token.");
        if (input.Refusal is { } invalid) return invalid;
        var session = await db.Set<Session>().FirstOrDefaultAsync(
            row => row.Id == id && row.OperatorId == viewer.OperatorId && row.Program != null);
        if (session is null) return Refusal.NotFound();
        if (session.RevokedAt is null) await Note(viewer, SignInMethodChange.ProgramEnded);
        session.Revoke(actor.At);
        return Outcome.Done(session.Id);
    });

    private async Task Note(Viewer viewer, SignInMethodChange done) =>
        (await db.Members.FirstAsync(row => row.Id == viewer.MemberId)).Note(done);
}
