using System.Globalization;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// A position in a list sorted by time and then by id, from which the list continues. An index finds it, so that a page
/// far into a list costs what the first one does.
/// </summary>
/// <param name="At">The time of the last row before it (UTC).</param>
/// <param name="Id">The id of that row.</param>
public sealed record ListPosition(DateTimeOffset At, Guid Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null if the text is not valid.</summary>
    public static ListPosition? Parse(string? text) =>
        text?.Split('|') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var last)
            ? new(new(at, TimeSpan.Zero), last)
            : null;

    public static ListPosition Of(Charter charter) => new(charter.SortAt, charter.Id);

    public static ListPosition Of(OutboxEmail email) => new(email.CreatedAt, email.Id);

    public override string ToString() => $"{At.UtcTicks}|{Id}";
}

/// <summary>Sorts and continues lists. The first condition on the time is there for the index.</summary>
public static class ListPositionQueries
{
    /// <summary>Charters by departure, after a position.</summary>
    public static IOrderedQueryable<Charter> ByDeparture(this IQueryable<Charter> charters, ListPosition? after)
    {
        if (after is var (at, id))
        {
            charters = charters.Where(charter => charter.SortAt >= at
                && (charter.SortAt > at || charter.Id.CompareTo(id) > 0));
        }

        return charters.OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id);
    }

    /// <summary>Charters by departure, latest first, before a position.</summary>
    public static IOrderedQueryable<Charter> LatestFirst(this IQueryable<Charter> charters, ListPosition? before)
    {
        if (before is var (at, id))
        {
            charters = charters.Where(charter => charter.SortAt <= at
                && (charter.SortAt < at || charter.Id.CompareTo(id) < 0));
        }

        return charters.OrderByDescending(charter => charter.SortAt).ThenByDescending(charter => charter.Id);
    }

    /// <summary>Emails by creation, newest first, before a position.</summary>
    public static IOrderedQueryable<OutboxEmail> NewestFirst(this IQueryable<OutboxEmail> emails, ListPosition? before)
    {
        if (before is var (at, id))
        {
            emails = emails.Where(email => email.CreatedAt <= at
                && (email.CreatedAt < at || email.Id.CompareTo(id) < 0));
        }

        return emails.OrderByDescending(email => email.CreatedAt).ThenByDescending(email => email.Id);
    }
}
