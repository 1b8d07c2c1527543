using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Finds charters by date with the indexes of their times, without reading those of other years.</summary>
public static class CharterDates
{
    /// <summary>Charters of local dates; null does not limit.</summary>
    public static IQueryable<Charter> OnDates(this IQueryable<Charter> charters, DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
        {
            var earliest = Earliest(first);
            charters = charters.Where(charter => charter.SortAt >= earliest && charter.Date >= first);
        }

        if (to is { } last)
        {
            var latest = Earliest(last).AddDays(3);
            charters = charters.Where(charter => charter.SortAt <= latest && charter.Date <= last);
        }

        return charters;
    }

    /// <summary>An instant (UTC) at which the date has not begun in any time zone.</summary>
    public static DateTimeOffset Earliest(DateOnly date) => new(date.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero);
}
