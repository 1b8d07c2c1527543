using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

/// <summary>Filters of a list of charters: a status, and inclusive local dates.</summary>
internal sealed record EventFilter(DateOnly? From, DateOnly? To, CharterStatus? Status)
{
    public static EventFilter Read(Input query) => new(
        query.Date("from", null), query.Date("to", null), query.Choice<CharterStatus>("status", null));

    /// <summary>The sort key of a charter in the order of departure, used as cursor.</summary>
    public static string Key(Charter charter) => $"{charter.SortAt.UtcTicks}|{charter.Id}";

    /// <summary>The time and id in a sort key; null when it is not valid.</summary>
    public static (DateTimeOffset SortAt, Guid Id)? ParseKey(string? key) =>
        key?.Split('|') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last)
            : null;

    public IQueryable<Charter> Apply(IQueryable<Charter> charters, Viewer viewer, Slice slice)
    {
        var found = charters.AsNoTracking().Where(charter =>
            (From == null || charter.Date >= From) && (To == null || charter.Date <= To)
            && (Status == null || charter.Status == Status)
            && (viewer.IsOffice || charter.Status != CharterStatus.Draft));
        if (ParseKey(slice.After) is var (sortAt, last))
        {
            found = found.Where(charter =>
                charter.SortAt > sortAt || (charter.SortAt == sortAt && charter.Id.CompareTo(last) > 0));
        }

        return found.OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id).Take(slice.Limit + 1);
    }
}
