namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// What the clock of a charter shows: a countdown or, if nothing is counted, a sentence; and the sunset.
/// </summary>
/// <param name="Main">The countdown to departure or return, or the time underway.</param>
/// <param name="Rests">The text if nothing is counted.</param>
/// <param name="Underway">The time underway, if <paramref name="Main"/> counts to the return.</param>
/// <param name="Sunset">The countdown to the relevant sunset, or the time since it.</param>
public sealed record CharterTiming(
    Countdown? Main, LocalizedText Rests, Countdown? Underway = null, Countdown? Sunset = null)
{
    /// <summary>How long before and after it a sunset is shown.</summary>
    private static readonly TimeSpan SunsetAhead = TimeSpan.FromHours(24), SunsetBehind = TimeSpan.FromHours(12);

    public LocalizedText TextAt(DateTimeOffset now) => Main?.TextAt(now) ?? Rests;

    public Level LevelAt(DateTimeOffset now) => Main?.LevelAt(now) ?? Level.Normal;

    /// <param name="sunset">The sunset at the port (UTC); null if the Sun does not set.</param>
    /// <param name="grace">How long after its planned return a charter becomes overdue.</param>
    public static CharterTiming Of(Charter charter, DateTimeOffset? sunset, DateTimeOffset now, TimeSpan grace) =>
        charter.Status switch
        {
            CharterStatus.Cancelled => TextOnly("Not sailing."),
            CharterStatus.Closed => TextOnly("Closed."),
            CharterStatus.Returned when charter.IsReturnUnconfirmed =>
                TextOnly("Back as scheduled; nobody has confirmed it."),
            CharterStatus.Returned => TextOnly("Back, not closed yet."),
            CharterStatus.Underway => WhileUnderway(charter, grace).WithSunset(sunset, now),
            _ => BeforeDeparture(charter, now).WithSunset(sunset, now),
        };

    private static CharterTiming TextOnly(LocalizedText text) => new(null, text);

    private static CharterTiming BeforeDeparture(Charter charter, DateTimeOffset now) =>
        charter.Departure is not { } away ? TextOnly("No time set yet.")
        : charter.PlannedEnd <= now ? TextOnly("Its time is over, and nobody has recorded lines off.")
        : new(new("Departs in", away, "Late leaving by") { Grace = TimeSpan.Zero }, "");

    private static CharterTiming WhileUnderway(Charter charter, TimeSpan grace)
    {
        LocalizedText text = charter.IsDepartureUnconfirmed ? "Under way, not confirmed, for" : "Under way for";
        var since = (charter.ActualDeparture ?? charter.Departure) is { } left ? Countdown.Since(text, left) : null;
        if (charter.Return is not { } back) return new(since, "Under way.");
        return new(new("Returns in", back, "Past its return by") { Grace = grace, Late = "Overdue by" }, "", since);
    }

    private CharterTiming WithSunset(DateTimeOffset? sunset, DateTimeOffset now) =>
        Main is not null && sunset is { } at && at - now <= SunsetAhead && now - at <= SunsetBehind
            ? this with { Sunset = new("Sunset in", at, "Since sunset") }
            : this;
}
