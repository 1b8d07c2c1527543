using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>Forgets what need not be remembered: marks of repeats, claims of letters long gone, changes of address that ended, and what duties did a season ago.</summary>
public sealed class Forget(ShipDb db, WriteGate gate, IStringLocalizer<Text> localizer) : IDuty
{
    /// <summary>Far longer than any charter is nudged about.</summary>
    private static readonly TimeSpan Season = TimeSpan.FromDays(90);

    public async Task<string?> Do(Occurrence due, CancellationToken cancel)
    {
        var (aWeekAgo, aSeasonAgo) = (due.Now - Repeat.Kept, due.Now - Season);
        using var turn = await gate.Enter(cancel);
        var count = await db.Everywhere<Repeat>().Where(row => row.At < aWeekAgo).ExecuteDeleteAsync(cancel)
            + await db.Everywhere<Nudge>().Where(row => row.At < aSeasonAgo).ExecuteDeleteAsync(cancel)
            + await db.Set<NewAddress>().Where(row => row.ExpiresAt < aWeekAgo).ExecuteDeleteAsync(cancel)
            + await db.Set<DutyRun>().Where(row => row.Occurrence < aSeasonAgo).ExecuteDeleteAsync(cancel);
        return count == 0 ? null : localizer["Rows forgotten: {0}", count].Value;
    }
}
