using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// One date of the season table: the sun times at the port and, with a schedule, the charter times that follow from it
/// (UTC).
/// </summary>
/// <param name="Departure">Null without a schedule, and if it depends on a sunset that does not occur.</param>
/// <param name="ClockChange">How far the clocks go forward (negative: back) on that date.</param>
public sealed record SeasonDay(
    DateOnly Date, SunDay Sun, Schedule? Schedule, DateTimeOffset? Departure, TimeSpan ClockChange)
{
    public DateTimeOffset? CallTime => Departure?.AddMinutes(-Schedule!.CallMinutesBefore);

    public DateTimeOffset? Boarding => Departure?.AddMinutes(-Schedule!.BoardingMinutesBefore);

    public DateTimeOffset? Return => Departure?.AddMinutes(Schedule!.DurationMinutes);

    /// <summary>All dates of a month.</summary>
    /// <param name="month">The first date of the month.</param>
    public static IEnumerable<SeasonDay> In(DateOnly month, Schedule? schedule, Port port, TimeZoneInfo zone) =>
        Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month))
            .Select(day => On(month.AddDays(day), schedule, port, zone));

    private static SeasonDay On(DateOnly date, Schedule? schedule, Port port, TimeZoneInfo zone) => new(
        date,
        SunTimes.On(date, port.Latitude, port.Longitude, zone),
        schedule,
        schedule?.DepartureOn(date, port, zone),
        OffsetAtNoon(date, zone) - OffsetAtNoon(date.AddDays(-1), zone));

    private static TimeSpan OffsetAtNoon(DateOnly date, TimeZoneInfo zone) =>
        zone.GetUtcOffset(date.ToDateTime(new(12, 0)));
}
