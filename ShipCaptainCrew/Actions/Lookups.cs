using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>
/// Loads nouns through what this viewer may see, and says no in the contract's order: not there before not allowed.
/// </summary>
public static class Lookups
{
    public static readonly LocalizedText NotYours = "That is for somebody else aboard to do. Ask the office.";

    /// <summary>
    /// A charter without times stands at the start of its local day, which began at most so long ago.
    /// </summary>
    private static readonly TimeSpan StartOfToday = TimeSpan.FromHours(26);

    public const string SignInAgain = "sign_in_again";

    /// <summary>What would hurt most in the wrong hands wants a sign-in of the last ten minutes.</summary>
    public static Refusal? Stale(Viewer viewer, TimeProvider clock) =>
        viewer.IsFresh(clock.GetUtcNow())
            ? null
            : Refusal.Forbidden(
                "For this, sign in again: your last sign-in is more than ten minutes ago.", SignInAgain);

    public static Refusal? MayNot(this Viewer viewer, Right right, Charter? charter = null) =>
        viewer.May(right, charter) ? null : Refusal.Forbidden(NotYours);

    public static async Task<Charter?> Charter(this AppDbContext db, Viewer viewer, Guid id)
    {
        var charter = await db.Charters.FirstOrDefaultAsync(row => row.Id == id);
        return charter is not null && viewer.Sees(charter) ? charter : null;
    }

    /// <summary>The charters still ahead on which the member has a place.</summary>
    public static async Task<IReadOnlyList<Charter>> ComingCharters(
        this AppDbContext db, Guid memberId, DateTimeOffset now)
    {
        var since = now - StartOfToday;
        var charters = await db.Charters
            .Where(row => row.SortAt >= since && row.Positions.Any(position => position.MemberId == memberId))
            .OrderBy(row => row.SortAt).ToListAsync();
        return [.. charters.Where(charter => charter.IsAhead(now))];
    }
}
