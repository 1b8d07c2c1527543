using System.Globalization;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Which backups to keep: all of the last two days, then the newest of each of 7 days, 4 weeks and 12 months.
/// </summary>
public static class BackupRetention
{
    private static readonly TimeSpan KeepAllFor = TimeSpan.FromDays(2);

    public static IReadOnlySet<DateTimeOffset> Kept(IEnumerable<DateTimeOffset> backups, DateTimeOffset now)
    {
        var newestFirst = backups.OrderDescending().ToList();
        return newestFirst.Where(at => at > now - KeepAllFor)
            .Concat(NewestOf(newestFirst, 7, at => at.Date))
            .Concat(NewestOf(newestFirst, 4, at => (ISOWeek.GetYear(at.Date), ISOWeek.GetWeekOfYear(at.Date))))
            .Concat(NewestOf(newestFirst, 12, at => (at.Year, at.Month)))
            .ToHashSet();
    }

    private static IEnumerable<DateTimeOffset> NewestOf<T>(
        IEnumerable<DateTimeOffset> newestFirst, int count, Func<DateTimeOffset, T> period) =>
        newestFirst.GroupBy(period).Take(count).Select(group => group.First());
}
