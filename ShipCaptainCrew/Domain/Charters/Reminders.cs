using System.Globalization;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// When the crew is reminded of a charter: a number of hours before call time, in the time zone of the operator, never
/// at night. The charter decides the hours, else its type, else the standing orders.
/// </summary>
public static class Reminders
{
    /// <summary>A reminder is sent at most this many hours before call time.</summary>
    public const int MostHours = 336;

    /// <summary>No emails are sent from 21:00 to 08:00 local time.</summary>
    public static readonly TimeOnly QuietFrom = new(21, 0), QuietUntil = new(8, 0);

    /// <summary>An email due at night is sent at this time on the evening before.</summary>
    private static readonly TimeOnly BeforeQuiet = new(20, 45);

    private const int MostRules = 6;

    public static bool IsQuiet(TimeOnly local) => local >= QuietFrom || local < QuietUntil;

    /// <summary>
    /// When a reminder is sent (UTC): the given hours before call time or, if that is at night in the zone, at 20:45 on
    /// the evening before.
    /// </summary>
    public static DateTimeOffset DueAt(DateTimeOffset callTime, int hoursBefore, TimeZoneInfo zone)
    {
        var local = LocalTime.At(callTime.AddHours(-hoursBefore), zone);
        if (!IsQuiet(TimeOnly.FromDateTime(local))) return callTime.AddHours(-hoursBefore);
        var evening = DateOnly.FromDateTime(local).AddDays(TimeOnly.FromDateTime(local) < QuietUntil ? -1 : 0);
        return LocalTime.Nearest(evening.ToDateTime(BeforeQuiet), zone);
    }

    /// <summary>The instant itself or, at night in the zone, the next 08:00 (UTC).</summary>
    public static DateTimeOffset NotAtNight(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = LocalTime.At(instant, zone);
        if (!IsQuiet(TimeOnly.FromDateTime(local))) return instant;
        var morning = DateOnly.FromDateTime(local).AddDays(TimeOnly.FromDateTime(local) >= QuietFrom ? 1 : 0);
        return LocalTime.Nearest(morning.ToDateTime(QuietUntil), zone);
    }

    /// <summary>The form value: blank if the hours are inherited, "none" for no reminders.</summary>
    public static string Written(IReadOnlyList<int>? hours) =>
        hours is null ? "" : hours.Count == 0 ? "none" : string.Join(", ", hours);

    /// <summary>
    /// Reads hours as a list or as text like "72, 24, 3"; an empty list or "none" means none. Null if left blank: the
    /// hours are inherited.
    /// </summary>
    public static IReadOnlyList<int>? Read(Input input, IReadOnlyList<int>? current, string field = "reminder_hours")
    {
        if (!input.Has(field)) return current;
        if (input.IsBlank(field)) return null;
        var words = input.Numbers(field);
        if (words is ["none"]) return [];
        var hours = words.Select(ReadHours).ToList();
        if (hours.Contains(null))
            input.Error(field, new LocalizedText("Enter hours from 1 to {0}, like 72, 24, 3.", MostHours));
        if (hours.Count > MostRules)
            input.Error(field, new LocalizedText("You can have at most {0} reminders.", MostRules));
        return [.. hours.OfType<int>().Distinct().OrderDescending()];
    }

    private static int? ReadHours(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && hours is >= 1 and <= MostHours
            ? hours
            : null;
}
