using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>
/// Loads what the viewer may see, and builds the common refusals. Callers check "not found" before "forbidden".
/// </summary>
public static class Lookups
{
    public static readonly LocalizedText NotYours = "You are not allowed to do that. Ask the office.";

    /// <summary>
    /// A charter without times sorts at the start of its local day, which is at most this far in the past in any zone.
    /// </summary>
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(26);

    public const string SignInAgain = "sign_in_again";

    /// <summary>Refuses a sensitive action when the last sign-in is more than ten minutes ago.</summary>
    public static Refusal? Stale(Viewer viewer, TimeProvider clock) =>
        viewer.IsFresh(clock.GetUtcNow())
            ? null
            : Refusal.Forbidden(
                "Sign in again to continue.", SignInAgain);

    /// <summary>Refuses a program where somebody changes their own details or sign-in.</summary>
    public static Refusal? MayNotAsProgram(this Viewer viewer) =>
        viewer.IsProgram
            ? Refusal.Forbidden("An API token cannot change the details or the sign-in of the person who created it.")
            : null;

    public static Refusal? MayNot(this Viewer viewer, Right right, Charter? charter = null) =>
        viewer.May(right, charter) ? null : Refusal.Forbidden(NotYours);

    public static async Task<Charter?> Charter(this AppDbContext db, Viewer viewer, Guid id)
    {
        var charter = await db.FindCharter(id);
        return charter is not null && viewer.Sees(charter) ? charter : null;
    }

    /// <summary>Charters still to come on which the member has a position.</summary>
    public static async Task<IReadOnlyList<Charter>> ComingCharters(
        this AppDbContext db, Guid memberId, DateTimeOffset now)
    {
        var since = now - LongestDay;
        var charters = await db.Charters
            .Where(row => row.SortAt >= since && row.Positions.Any(position => position.MemberId == memberId))
            .OrderBy(row => row.SortAt).ToListAsync();
        return [.. charters.Where(charter => charter.IsAhead(now))];
    }
}
