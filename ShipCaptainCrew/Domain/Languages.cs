using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>The languages offered to guests, by two-letter code. Crew pages are in English.</summary>
public static class Languages
{
    public const string English = "en", Spanish = "es";

    /// <summary>Language code, and the name of the language in that language.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All =
        [(English, "English"), (Spanish, "Español")];

    public static bool Has(string? code) => All.Any(language => language.Code == code);

    public static CultureInfo CultureOf(string code) => CultureInfo.GetCultureInfo(code == Spanish ? "es-US" : "en-US");

    /// <summary>
    /// Sets the culture of the current asynchronous flow, so that texts are in this language and times are written as
    /// usual in the locale.
    /// </summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <param name="locale">A name of <see cref="Locales"/>.</param>
    public static void Speak(string code, string locale = Locales.Usual)
    {
        CultureInfo.CurrentUICulture = CultureOf(code);
        CultureInfo.CurrentCulture = Locales.Culture(locale, code);
    }
}
