using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>A charter as a log entry shows it.</summary>
public sealed record LoggedCharter(Guid Id, string Title, DateOnly Date, string TimeZone)
{
    public static IQueryable<LoggedCharter> Of(IQueryable<Charter> charters) => charters.IgnoreAutoIncludes()
        .Select(row => new LoggedCharter(row.Id, row.Title, row.Date, row.TimeZone));

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
