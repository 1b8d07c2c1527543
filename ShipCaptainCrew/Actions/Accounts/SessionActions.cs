using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Accounts;

/// <summary>Lists and ends a person's sessions.</summary>
public sealed class SessionActions(AppDbContext db, Change change, SessionResolver sessionResolver, TimeProvider clock)
{
    /// <summary>The person's live sessions, most recently used first.</summary>
    public async Task<IReadOnlyList<Session>> Of(Viewer viewer)
    {
        var sessions = await db.Set<Session>().AsNoTracking().Where(row => row.PersonId == viewer.PersonId)
            .OrderByDescending(row => row.LastSeenAt).ToListAsync();
        return sessions.FindAll(session => session.IsLive(clock.GetUtcNow()));
    }

    /// <summary>Ends one session. Any but the viewer's own needs a recent sign-in.</summary>
    public Task<Outcome> End(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if (viewer.MayNotAsProgram() is { } refusal) return refusal;
        var id = input.Id("session", required: "Choose where to sign out.");
        var session = await db.Set<Session>()
            .FirstOrDefaultAsync(row => row.Id == id && row.PersonId == viewer.PersonId);
        if (id is not null && session is null) return Refusal.NotFound();
        if (id != viewer.SessionId && Lookups.Stale(viewer, clock) is { } stale) return stale;
        if (input.Refusal is { } invalid) return invalid;
        session!.Revoke(actor.At);
        return Outcome.Done(session.Id);
    });

    /// <summary>Leaves the person signed in here and nowhere else. Needs a recent sign-in.</summary>
    public Task<Outcome> EndElsewhere(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if ((viewer.MayNotAsProgram() ?? Lookups.Stale(viewer, clock)) is { } refusal) return refusal;
        await sessionResolver.EndElsewhere(viewer.PersonId, viewer.SessionId, actor.At);
        return Outcome.Done(viewer.SessionId);
    });
}
