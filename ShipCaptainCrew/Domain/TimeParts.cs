namespace ShipCaptainCrew.Domain;

/// <summary>The parts of a local time that <see cref="TimeText"/> writes. Examples are of the locale en-US.</summary>
[Flags]
public enum TimeParts
{
    None = 0,

    /// <summary>The time of day: <c>3:10 PM</c>.</summary>
    Time = 1,

    /// <summary>The time of day with seconds: <c>3:10:05 PM</c>.</summary>
    Seconds = Time | 2,

    /// <summary>The day of the week: <c>Mon</c>.</summary>
    Weekday = 4,

    /// <summary>Month and day: <c>Nov 30</c>.</summary>
    Date = 8,

    /// <summary>Month, day and year, for records: <c>Nov 30, 2026</c>.</summary>
    Year = Date | 16,

    /// <summary>Such as <c>Nov 30, 3:10 PM</c>.</summary>
    DateAndTime = Date | Time,

    /// <summary>Such as <c>Mon, Nov 30, 3:10 PM</c>.</summary>
    DayAndTime = Weekday | Date | Time,

    /// <summary>Such as <c>Mon 3:10 PM</c>.</summary>
    WeekdayAndTime = Weekday | Time,

    /// <summary>Such as <c>Nov 30, 2026, 3:10 PM</c>.</summary>
    YearAndTime = Year | Time,
}
