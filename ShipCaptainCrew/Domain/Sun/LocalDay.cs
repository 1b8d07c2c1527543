namespace ShipCaptainCrew.Domain.Sun;

/// <summary>A calendar date in a zone, from its first instant until the next date's: 23, 24, 25 hours, or none.</summary>
readonly record struct LocalDay(double From, double Until)
{
    /// <summary>Half a second early, so that what rounds onto the date is on it.</summary>
    const double Rounding = 0.5 / 86_400;

    public static LocalDay Of(DateOnly date, TimeZoneInfo zone) =>
        new(Epoch.DaysTo(StartOf(date, zone)) - Rounding, Epoch.DaysTo(StartOf(date.AddDays(1), zone)) - Rounding);

    public bool IsSkipped => From >= Until;

    public bool Contains(double instant) => From <= instant && instant < Until;

    // Where clocks go back over midnight there are two midnights: the date begins with the earlier.
    static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight));
    }
}
