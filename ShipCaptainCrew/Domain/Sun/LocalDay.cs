namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// A calendar date in a zone, from its first instant to that of the next date: 23, 24 or 25 hours, or none.
/// </summary>
internal readonly record struct LocalDay(double From, double Until)
{
    /// <summary>Half a second, so that an instant that rounds to the date is on the date.</summary>
    private const double Rounding = 0.5 / 86_400;

    public static LocalDay Of(DateOnly date, TimeZoneInfo zone) =>
        new(Epoch.DaysTo(StartOf(date, zone)) - Rounding, Epoch.DaysTo(StartOf(date.AddDays(1), zone)) - Rounding);

    /// <summary>Whether the zone skipped the date, such as 2011-12-30 in Samoa.</summary>
    public bool IsSkipped => From >= Until;

    public bool Contains(double instant) => From <= instant && instant < Until;

    // Computed from UTC: if clocks change at midnight, local midnight can occur twice or not at all.
    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(midnight.AddDays(-1)), zone.GetUtcOffset(midnight.AddDays(1)));
        var earlier = midnight - (before > after ? before : after);
        var later = midnight - (before > after ? after : before);
        return earlier + zone.GetUtcOffset(earlier) < midnight ? later : earlier;
    }
}
