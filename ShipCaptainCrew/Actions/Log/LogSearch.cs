using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>Filters of the audit log; null does not filter.</summary>
/// <param name="MemberId">Who acted: a member, <see cref="TheClock"/> or <see cref="ALink"/>.</param>
/// <param name="Day">A local date in the operator's time zone.</param>
public sealed record LogSearch(Guid? CharterId, Guid? MemberId, DateOnly? Day)
{
    /// <summary>Stands for what the app did automatically.</summary>
    public static readonly Guid TheClock = Guid.Empty;

    /// <summary>Stands for people who used a link without being members: guests and the shore contact.</summary>
    public static readonly Guid ALink = Guid.AllBitsSet;

    /// <summary>The matching ones of some entries.</summary>
    /// <param name="all">All entries of the operator.</param>
    /// <param name="zone">The operator's time zone.</param>
    internal IQueryable<LogEntry> In(IQueryable<LogEntry> entries, IQueryable<LogEntry> all, TimeZoneInfo zone)
    {
        if (CharterId is { } charter) entries = entries.Where(entry => entry.CharterId == charter);
        if (MemberId is { } who) entries = Of(who, entries);
        if (Day is not { } day || day == DateOnly.MaxValue) return entries;
        var (begins, ends) = (Midnight(day, zone), Midnight(day.AddDays(1), zone));
        // The index of times finds the entries of a day, however long ago it was.
        var found = all.Where(entry => entry.At >= begins && entry.At < ends).Select(entry => entry.Seq);
        return entries.Where(entry => found.Contains(entry.Seq));
    }

    private static IQueryable<LogEntry> Of(Guid who, IQueryable<LogEntry> entries) =>
        who == TheClock
            ? entries.Where(entry => entry.MemberId == null
                && entry.Address == null
                && !LogEntry.NeverByClock.Contains(entry.Kind))
        : who == ALink
            ? entries.Where(entry => entry.MemberId == null
                && (entry.Address != null || LogEntry.NeverByClock.Contains(entry.Kind)))
        : entries.Where(entry => entry.MemberId == who);

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) =>
        LocalTime.Nearest(day.ToDateTime(TimeOnly.MinValue), zone);
}
