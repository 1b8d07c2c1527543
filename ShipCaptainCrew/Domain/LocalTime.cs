using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Converts between local time in a zone and UTC. A time that is not exactly one instant is refused, never guessed.
/// </summary>
public static class LocalTime
{
    private static readonly string[] Local =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm"];

    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static DateOnly DateOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    public static (DateTimeOffset? Instant, LocalizedText? Refusal) Read(string text, TimeZoneInfo zone, DateOnly? day)
    {
        if (day is { } date
            && TimeOnly.TryParseExact(
                text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return Resolve(date.ToDateTime(time), zone);
        }

        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Resolve(local, zone);
        if (!DateTimeOffset.TryParseExact(
            text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return (null, "Enter a time like 16:30, or a date and time like 2026-07-04T16:30.");
        }

        return IsOutOfRange(At(instant, zone)) ? (null, OutOfRange) : (instant.ToUniversalTime(), null);
    }

    /// <summary>
    /// The instant of a local time. Refused if the clocks skip it or show it twice, or if it is out of range.
    /// </summary>
    public static (DateTimeOffset? Instant, LocalizedText? Refusal) Resolve(DateTime local, TimeZoneInfo zone)
    {
        if (IsOutOfRange(local)) return (null, OutOfRange);
        if (zone.IsInvalidTime(local)) return (null, Skipped(local));
        if (zone.IsAmbiguousTime(local)) return (null, Repeated(local, zone.GetAmbiguousTimeOffsets(local).Max()));
        return (new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), null);
    }

    /// <summary>
    /// The instant of a planned local time: a skipped time moves to the next one that exists; of a repeated time, the
    /// first is used.
    /// </summary>
    public static DateTimeOffset Nearest(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>
    /// A note about the local time that <see cref="Nearest"/> adjusted: the clocks skip it or show it twice. Null
    /// otherwise.
    /// </summary>
    public static LocalizedText? ClockChangeNote(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local)
            ? new("The clocks go forward then: {0} does not exist and becomes {1}.", TimeText.Time(local),
                TimeText.Time(At(Nearest(local, zone), zone)))
        : zone.IsAmbiguousTime(local)
            ? new("The clocks go back then: {0} happens twice, and the first one is used.", TimeText.Time(local))
        : null;

    private static LocalizedText OutOfRange => "Enter a day between the years 2000 and 2099.";

    private static LocalizedText Skipped(DateTime local) =>
        new("The clocks go forward then: {0} does not exist on that day. Choose another time.", TimeText.Time(local));

    /// <param name="offset">The first of the two offsets, shown as an example.</param>
    private static LocalizedText Repeated(DateTime local, TimeSpan offset) =>
        new(
            "The clocks go back then: {0} happens twice on that day. Add the offset you mean, like "
                + "{1:yyyy-MM-dd'T'HH:mm}{2}.",
            TimeText.Time(local),
            local,
            Offset(offset));

    private static bool IsOutOfRange(DateTime local) =>
        DateOnly.FromDateTime(local) is var day && (day < InputLimits.FirstDay || day > InputLimits.LastDay);

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
