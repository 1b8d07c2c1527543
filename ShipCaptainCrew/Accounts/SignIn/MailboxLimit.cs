using Microsoft.EntityFrameworkCore;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// Limits the emails that anybody can request for one mailbox: three in 15 minutes and ten a day in total.
/// </summary>
internal static class MailboxLimit
{
    private const int MaxInQuarterHour = 3;
    private const int MaxInDay = 10;

    /// <param name="mailed">When emails were written to the mailbox (UTC).</param>
    public static async Task<bool> IsLimitReached(
        this IQueryable<DateTimeOffset> mailed, DateTimeOffset now, CancellationToken cancel = default)
    {
        var (dayAgo, quarterHourAgo) = (now.AddDays(-1), now.AddMinutes(-15));
        var times = await mailed.Where(at => at > dayAgo).ToListAsync(cancel);
        return times.Count >= MaxInDay || times.Count(at => at > quarterHourAgo) >= MaxInQuarterHour;
    }
}
