using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>What of the log is asked for; null asks for all.</summary>
/// <param name="MemberId">Who did it; the empty id is the ship's own clock, and guests by their links.</param>
/// <param name="Day">By the operator's own clock.</param>
public sealed record LogSearch(Guid? CharterId, Guid? MemberId, DateOnly? Day)
{
    internal IQueryable<LogEntry> In(IQueryable<LogEntry> entries, TimeZoneInfo zone)
    {
        if (CharterId is { } charter) entries = entries.Where(entry => entry.CharterId == charter);
        if (MemberId is { } who) entries = who == Guid.Empty ? entries.Where(entry => entry.MemberId == null) : entries.Where(entry => entry.MemberId == who);
        if (Day is not { } day || day == DateOnly.MaxValue) return entries;
        var (begins, ends) = (Midnight(day, zone), Midnight(day.AddDays(1), zone));
        return entries.Where(entry => entry.At >= begins && entry.At < ends);
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) => LocalTime.Nearest(day.ToDateTime(TimeOnly.MinValue), zone);
}
