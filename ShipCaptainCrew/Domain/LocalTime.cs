using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Between the clock on the wall of a place and the instant in UTC. A time that is not exactly one instant is asked
/// about, never guessed.
/// </summary>
public static class LocalTime
{
    private static readonly string[] Local = [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm"];

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

        return IsBeyond(At(instant, zone)) ? (null, Beyond) : (instant.ToUniversalTime(), null);
    }

    /// <summary>
    /// The instant of a wall-clock time; refused where the clock skips it or shows it twice, or in a year beyond ours.
    /// </summary>
    public static (DateTimeOffset? Instant, LocalizedText? Refusal) Resolve(DateTime local, TimeZoneInfo zone)
    {
        if (IsBeyond(local)) return (null, Beyond);
        if (zone.IsInvalidTime(local))
            return (null,
                new LocalizedText(
                    "The clocks go forward then: {0:HH:mm} does not exist on that day. Choose another time.", local));
        return zone.IsAmbiguousTime(local)
            ? (null,
                new LocalizedText(
                    "The clocks go back then: {0:HH:mm} happens twice on that day. Add the offset you mean, like {0:yyyy-MM-dd'T'HH:mm}{1}.",
                    local, Offset(zone.GetAmbiguousTimeOffsets(local).Max())))
            : (new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), null);
    }

    /// <summary>
    /// The instant of a planned wall-clock time: a skipped time moves on to the next that exists, a doubled one is its
    /// first.
    /// </summary>
    public static DateTimeOffset Nearest(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>
    /// What <see cref="Nearest"/> is silent about: a time that the clock skips, or shows twice. Null where it is one
    /// instant.
    /// </summary>
    public static LocalizedText? Doubt(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local)
            ? new("The clocks go forward then: {0:HH:mm} does not exist and becomes {1:HH:mm}.", local,
                At(Nearest(local, zone), zone))
        : zone.IsAmbiguousTime(local)
            ? new("The clocks go back then: {0:HH:mm} happens twice, and the first is meant.", local)
        : null;

    private static LocalizedText Beyond => "Enter a day between the years 2000 and 2099.";

    private static bool IsBeyond(DateTime local) =>
        DateOnly.FromDateTime(local) is var day && (day < InputLimits.FirstDay || day > InputLimits.LastDay);

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
