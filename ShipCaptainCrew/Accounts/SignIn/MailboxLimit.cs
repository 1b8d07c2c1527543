using Microsoft.EntityFrameworkCore;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// How many letters that anybody may ask for one mailbox gets: three in a quarter of an hour and ten a day, whoever
/// asks.
/// </summary>
internal static class MailboxLimit
{
    private const int MostAtOnce = 3, MostADay = 10;

    /// <param name="mailed">When (UTC) the mailbox was written to.</param>
    public static async Task<bool> AreEnough(
        this IQueryable<DateTimeOffset> mailed, DateTimeOffset now, CancellationToken cancel = default)
    {
        var (today, lately) = (now.AddDays(-1), now.AddMinutes(-15));
        var times = await mailed.Where(at => at > today).ToListAsync(cancel);
        return times.Count >= MostADay || times.Count(at => at > lately) >= MostAtOnce;
    }
}
