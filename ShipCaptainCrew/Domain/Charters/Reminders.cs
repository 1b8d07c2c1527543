using System.Globalization;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// When the crew is reminded of a charter: so many hours before call time, by the operator's clock, never at night.
/// Rules cascade: what the charter says, else its type, else the operator's standing orders.
/// </summary>
public static class Reminders
{
    /// <summary>Nobody is mailed from nine in the evening to eight in the morning.</summary>
    public static readonly TimeOnly QuietFrom = new(21, 0), QuietUntil = new(8, 0);

    /// <summary>What would fall into the night goes out before it.</summary>
    private static readonly TimeOnly BeforeQuiet = new(20, 45);

    private const int MostHours = 336;
    private const int MostRules = 6;

    public static bool IsQuiet(TimeOnly local) => local >= QuietFrom || local < QuietUntil;

    /// <summary>
    /// When a reminder goes out (UTC): the offset before call time or, where that is at night in the zone, a quarter to
    /// nine on the evening before.
    /// </summary>
    public static DateTimeOffset DueAt(DateTimeOffset callTime, int hoursBefore, TimeZoneInfo zone)
    {
        var local = LocalTime.At(callTime.AddHours(-hoursBefore), zone);
        if (!IsQuiet(TimeOnly.FromDateTime(local))) return callTime.AddHours(-hoursBefore);
        var evening = DateOnly.FromDateTime(local).AddDays(TimeOnly.FromDateTime(local) < QuietUntil ? -1 : 0);
        return LocalTime.Nearest(evening.ToDateTime(BeforeQuiet), zone);
    }

    /// <summary>The instant itself or, at night in the zone, the next eight o'clock (UTC).</summary>
    public static DateTimeOffset NotAtNight(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = LocalTime.At(instant, zone);
        if (!IsQuiet(TimeOnly.FromDateTime(local))) return instant;
        var morning = DateOnly.FromDateTime(local).AddDays(TimeOnly.FromDateTime(local) >= QuietFrom ? 1 : 0);
        return LocalTime.Nearest(morning.ToDateTime(QuietUntil), zone);
    }

    /// <summary>As a form holds them: blank where the rule above holds, "none" where there are none.</summary>
    public static string Written(IReadOnlyList<int>? hours) =>
        hours is null ? "" : hours.Count == 0 ? "none" : string.Join(", ", hours);

    /// <summary>
    /// Hours as a list or as text like "72, 24, 3"; an empty list or "none" means none. Null where it was left blank:
    /// the next rule above holds.
    /// </summary>
    public static IReadOnlyList<int>? Read(Input input, IReadOnlyList<int>? now, string field = "reminder_hours")
    {
        if (!input.Has(field)) return now;
        if (input.IsBlank(field)) return null;
        var words = input.Numbers(field);
        if (words is ["none"]) return [];
        var hours =
            words.Select(
                word =>
                    int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        && number is >= 1 and <= MostHours
                    ? number : 0)
            .ToList();
        if (hours.Contains(0))
            input.Error(field, new LocalizedText("Enter hours from 1 to {0}, like 72, 24, 3.", MostHours));
        if (hours.Count > MostRules) input.Error(field, new LocalizedText("{0} reminders are the most.", MostRules));
        return [.. hours.Distinct().OrderDescending()];
    }
}
