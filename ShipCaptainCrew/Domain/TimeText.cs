using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Writes times and dates for people, as usual where the operator is: in the current culture, which
/// <see cref="Languages.Speak"/> sets. Times for programs are written by <see cref="WireTime"/>.
/// </summary>
public static class TimeText
{
    /// <summary>Such as <c>3:10 PM</c>.</summary>
    public static string Time(DateTime local) => Of(local, TimeParts.Time);

    /// <summary>Such as <c>3:10 PM</c>.</summary>
    public static string Time(TimeOnly time) => Time(DateOnly.MinValue.ToDateTime(time));

    /// <summary>Such as <c>Mon, Nov 30</c>.</summary>
    public static string Day(DateOnly date) => Of(date, TimeParts.Weekday | TimeParts.Date);

    /// <summary>Such as <c>Mon, Nov 30, 2026</c>.</summary>
    public static string DayOfYear(DateOnly date) => Of(date, TimeParts.Weekday | TimeParts.Year);

    /// <summary>Such as <c>Nov 30</c>.</summary>
    public static string ShortDate(DateOnly date) => Of(date, TimeParts.Date);

    /// <summary>A date in a record, such as <c>Nov 30, 2026</c>.</summary>
    public static string Date(DateOnly date) => Of(date, TimeParts.Year);

    /// <summary>Such as <c>Monday, November 30, 2026</c>.</summary>
    public static string LongDate(DateOnly date) => Write(date.ToDateTime(default), Culture.LongDatePattern);

    /// <summary>Such as <c>Monday, November 30</c>.</summary>
    public static string LongDay(DateOnly date) =>
        Write(date.ToDateTime(default), $"dddd, {Culture.MonthDayPattern}");

    /// <summary>Such as <c>December 2026</c>.</summary>
    public static string Month(DateOnly date) => Write(date.ToDateTime(default), "MMMM yyyy");

    /// <summary>Such as <c>Mon</c>.</summary>
    public static string Weekday(DateOnly date) => Of(date, TimeParts.Weekday);

    /// <summary>Days of at most one month, such as <c>Dec 7–13</c> or <c>Nov 30–Dec 6</c>.</summary>
    public static string Days(DateOnly from, DateOnly to) =>
        from.Month != to.Month ? $"{ShortDate(from)}–{ShortDate(to)}"
        : IsMonthFirst ? $"{ShortDate(from)}–{to.Day}"
        : $"{from.Day}–{ShortDate(to)}";

    /// <summary>The parts of an instant in a zone, with the date parts first.</summary>
    public static string Of(DateTimeOffset instant, TimeZoneInfo zone, TimeParts parts) =>
        Of(LocalTime.At(instant, zone), parts);

    /// <summary>The parts of a local time, with the date parts first.</summary>
    public static string Of(DateTime local, TimeParts parts)
    {
        var (date, time) = (DatePattern(parts), TimePattern(parts));
        return Write(local, parts.HasFlag(TimeParts.Date)
            ? string.Join(", ", new[] { date, time }.Where(pattern => pattern.Length > 0))
            : $"{date} {time}".Trim());
    }

    /// <summary>The name of the clock in scripts (ECMA-402): 12 hours with AM and PM, or 24.</summary>
    public static string HourCycle => Is12Hours ? "h12" : "h23";

    private static DateTimeFormatInfo Culture => CultureInfo.CurrentCulture.DateTimeFormat;

    private static bool Is12Hours => Culture.ShortTimePattern.Contains('h', StringComparison.Ordinal);

    private static bool IsMonthFirst => Locales.IsMonthFirst(Culture);

    private static string Of(DateOnly date, TimeParts parts) => Of(date.ToDateTime(default), parts);

    private static string DatePattern(TimeParts parts)
    {
        var weekday = parts.HasFlag(TimeParts.Weekday) ? "ddd" : "";
        if (!parts.HasFlag(TimeParts.Date)) return weekday;
        var date = (IsMonthFirst, parts.HasFlag(TimeParts.Year)) switch
        {
            (true, false) => "MMM d",
            (true, true) => "MMM d, yyyy",
            (false, false) => "d MMM",
            (false, true) => "d MMM yyyy",
        };
        return weekday.Length > 0 ? $"{weekday}, {date}" : date;
    }

    private static string TimePattern(TimeParts parts) =>
        parts.HasFlag(TimeParts.Seconds) ? Culture.LongTimePattern
        : parts.HasFlag(TimeParts.Time) ? Culture.ShortTimePattern
        : "";

    /// <summary>
    /// Writes with ordinary spaces: culture data have narrow and no-break ones, which look alike and are not found by a
    /// search.
    /// </summary>
    private static string Write(DateTime local, string pattern) =>
        local.ToString(pattern, CultureInfo.CurrentCulture).Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
