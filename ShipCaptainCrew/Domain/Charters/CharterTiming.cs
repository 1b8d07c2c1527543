namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// What a charter's clock shows: the one thing that is counted now or, where nothing is, a sentence; and beside it the
/// Sun.
/// </summary>
/// <param name="Main">Departs in, returns in, or under way for.</param>
/// <param name="Rests">Said where nothing is counted.</param>
/// <param name="Underway">How long it has been out, where the return is what is counted.</param>
/// <param name="Sunset">Until the sunset that matters, or since.</param>
public sealed record CharterTiming(
    Countdown? Main, LocalizedText Rests, Countdown? Underway = null, Countdown? Sunset = null)
{
    /// <summary>A sunset further ahead than this is no news yet, and one longer ago is none any more.</summary>
    private static readonly TimeSpan SunsetAhead = TimeSpan.FromHours(24), SunsetBehind = TimeSpan.FromHours(12);

    public LocalizedText SaysAt(DateTimeOffset now) => Main?.SaysAt(now) ?? Rests;

    public Level LevelAt(DateTimeOffset now) => Main?.LevelAt(now) ?? Level.Normal;

    /// <param name="sunset">The sunset there (UTC); null where the Sun does not set.</param>
    /// <param name="grace">How long past its return it may be out before it is overdue.</param>
    public static CharterTiming Of(Charter charter, DateTimeOffset? sunset, DateTimeOffset now, TimeSpan grace) =>
        charter.Status switch
    {
        CharterStatus.Cancelled => Rest("It does not sail."),
        CharterStatus.Closed => Rest("Put to bed."),
        CharterStatus.Returned when charter.IsReturnUnconfirmed =>
            Rest("Back by the schedule; nobody has confirmed it."),
        CharterStatus.Returned => Rest("Back, to be put to bed."),
        CharterStatus.Underway => Out(charter, grace).With(sunset, now),
        _ => ToCome(charter, now).With(sunset, now),
    };

    private static CharterTiming Rest(LocalizedText says) => new(null, says);

    private static CharterTiming ToCome(Charter charter, DateTimeOffset now) =>
        charter.Departure is not { } away ? Rest("No time set yet.")
        : charter.PlannedEnd <= now ? Rest("Its time is over, and nobody has said lines off.")
        : new(new("Departs in", away, "Late leaving by") { Grace = TimeSpan.Zero }, "");

    private static CharterTiming Out(Charter charter, TimeSpan grace)
    {
        LocalizedText says = charter.IsDepartureUnconfirmed ? "Under way, not confirmed, for" : "Under way for";
        var since = (charter.ActualDeparture ?? charter.Departure) is { } left ? Countdown.Since(says, left) : null;
        if (charter.Return is not { } back) return new(since, "Under way.");
        return new(new("Returns in", back, "Past its return by") { Grace = grace, Late = "Overdue by" }, "", since);
    }

    private CharterTiming With(DateTimeOffset? sunset, DateTimeOffset now) =>
        Main is not null && sunset is { } at && at - now <= SunsetAhead && now - at <= SunsetBehind
            ? this with { Sunset = new("Sunset in", at, "Since sunset") } : this;
}
