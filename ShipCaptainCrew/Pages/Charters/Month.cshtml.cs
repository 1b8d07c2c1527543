using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>The charters of a month, counted by day. A day opens its week.</summary>
public sealed class MonthPage(CharterList charters, TimeProvider clock) : AppPage
{
    private const int DaysOfWeek = 7;

    /// <summary>The month as <c>2026-12</c>; any other text stands for this month.</summary>
    [FromQuery(Name = "month")]
    public string? SelectedMonth { get; set; }

    public DateOnly Today => LocalTime.DateOf(clock.GetUtcNow(), Me.Zone);

    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The days of whole weeks, which begin as usual where the operator is.</summary>
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    private IReadOnlyDictionary<DateOnly, DayCount> Counts { get; set; } = new Dictionary<DateOnly, DayCount>();

    public async Task OnGet()
    {
        First = MonthOf(SelectedMonth) ?? new(Today.Year, Today.Month, 1);
        var begins = First.AddDays(-DaysSinceStart(First));
        var ends = First.AddMonths(1).AddDays(-1);
        var weeks = ((ends.DayNumber - begins.DayNumber) / DaysOfWeek) + 1;
        Days = [.. Enumerable.Range(0, weeks * DaysOfWeek).Select(begins.AddDays)];
        Counts = await charters.CountByDay(Me, Days[0], Days[^1]);
    }

    public DayCount CountOf(DateOnly day) => Counts.GetValueOrDefault(day, DayCount.None);

    private static int DaysSinceStart(DateOnly day) =>
        (day.DayOfWeek - CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek + DaysOfWeek) % DaysOfWeek;

    private static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month >= InputLimits.FirstDay && month <= InputLimits.LastDay
            ? month
            : null;
}
