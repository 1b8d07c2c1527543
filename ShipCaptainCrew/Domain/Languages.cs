using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>The languages in which guests are spoken to, by their two-letter codes. The crew's is English.</summary>
public static class Languages
{
    public const string English = "en", Spanish = "es";

    /// <summary>Code, and the language's own name for itself.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All = [(English, "English"), (Spanish, "Español")];

    public static bool Has(string? code) => All.Any(language => language.Code == code);

    public static CultureInfo CultureOf(string code) => CultureInfo.GetCultureInfo(code == Spanish ? "es-US" : "en-US");

    /// <summary>From here to the end of the caller's own task, words and dates are said in this language.</summary>
    public static void Speak(string code) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(code);
}
