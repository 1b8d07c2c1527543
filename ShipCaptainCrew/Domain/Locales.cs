using System.Collections.Concurrent;
using System.Globalization;
using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Locales say how an operator's times and dates look, by the name of a .NET culture such as <c>en-US</c>. The words,
/// such as names of months, are always those of the language of the text around them.
/// </summary>
public static class Locales
{
    public const string Usual = "en-US";

    private const int LongestName = 20;

    private static readonly Lazy<IReadOnlyDictionary<string, CultureInfo>> Known = new(() =>
        CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .ToDictionary(culture => culture.Name, StringComparer.OrdinalIgnoreCase));

    private static readonly ConcurrentDictionary<(string Locale, string Language), CultureInfo> Cultures = new();

    private static readonly ConcurrentDictionary<string, string> ByZone = new();

    public static IEnumerable<string> All => Known.Value.Keys;

    /// <summary>The name as it is usually written; null if there is no such locale.</summary>
    public static string? Find(string name) =>
        name.Length <= LongestName && Known.Value.TryGetValue(name, out var culture) ? culture.Name : null;

    /// <summary>
    /// The locale of the country of a time zone: in English if .NET has it, else in a language of the country.
    /// </summary>
    /// <param name="zone">IANA name.</param>
    public static string OfZone(string zone) => ByZone.GetOrAdd(zone, static zone =>
        ZonePlace.All.FirstOrDefault(place => place.Zone == zone) is { } place ? OfCountry(place.Country) : Usual);

    /// <summary>The culture for texts of a language, with times and dates as usual in a locale.</summary>
    public static CultureInfo Culture(string locale, string language) =>
        Cultures.GetOrAdd((locale, language), static key => Create(key.Locale, key.Language));

    /// <summary>Whether the month is written before the day.</summary>
    public static bool IsMonthFirst(DateTimeFormatInfo format) =>
        format.MonthDayPattern.IndexOf('M', StringComparison.Ordinal)
        < format.MonthDayPattern.IndexOf('d', StringComparison.Ordinal);

    /// <summary>
    /// Where a country has several languages, one that names the country as .NET does comes first, then one that is
    /// spoken mainly there.
    /// </summary>
    private static string OfCountry(string country)
    {
        if (Find($"{Languages.English}-{country}") is { } english) return english;
        var names = Known.Value.Keys.Where(name => name.EndsWith($"-{country}", StringComparison.Ordinal)).ToList();
        return names.Count < 2
            ? names.FirstOrDefault(Usual)
            : names.OrderByDescending(name => new RegionInfo(name).NativeName == new RegionInfo(country).NativeName)
                .ThenByDescending(name => CultureInfo.CreateSpecificCulture(name.Split('-')[0]).Name == name)
                .ThenBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).First();
    }

    private static CultureInfo Create(string locale, string language)
    {
        var (ofLocale, ofLanguage) = (CultureInfo.GetCultureInfo(locale), Languages.CultureOf(language));
        var known = ofLocale.TwoLetterISOLanguageName == language
            ? locale
            : Find($"{language}-{locale.Split('-')[^1]}");
        var culture = (CultureInfo)(known is null ? ofLanguage : CultureInfo.GetCultureInfo(known)).Clone();
        culture.NumberFormat = ofLanguage.NumberFormat;
        if (known is null) Adapt(culture.DateTimeFormat, ofLocale.DateTimeFormat, language);
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>
    /// Takes over the clock of 12 or 24 hours and, in English, whether the month comes first. In Spanish the day always
    /// does.
    /// </summary>
    private static void Adapt(DateTimeFormatInfo format, DateTimeFormatInfo locale, string language)
    {
        (format.ShortTimePattern, format.LongTimePattern) = locale.ShortTimePattern switch
        {
            var pattern when pattern.Contains("tt", StringComparison.Ordinal) => ("h:mm tt", "h:mm:ss tt"),
            "HH.mm" or "H.mm" => ("HH.mm", "HH.mm.ss"),
            _ => ("HH:mm", "HH:mm:ss"),
        };
        if (language != Languages.English) return;
        (format.MonthDayPattern, format.LongDatePattern) = IsMonthFirst(locale)
            ? ("MMMM d", "dddd, MMMM d, yyyy")
            : ("d MMMM", "dddd, d MMMM yyyy");
    }
}
