using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>What a waiver text may cost. A waiver of twenty pages stays far below every limit.</summary>
internal static class WaiverTextLimits
{
    /// <summary>Length of an entered text in characters.</summary>
    public const int Characters = 60_000;

    /// <summary>Length of its HTML in characters.</summary>
    public const int Html = 200_000;

    /// <summary>Elements in its HTML.</summary>
    public const int Elements = 2_500;

    /// <summary>Levels of nested elements.</summary>
    public const int Depth = 40;

    /// <summary>Placeholders such as <c>{{name}}</c>, which are filled in again for each guest.</summary>
    public const int Placeholders = 200;

    /// <summary>Checks in one pass, without parsing, what would make the parsers slow.</summary>
    /// <exception cref="TooComplexException">The text exceeds a limit.</exception>
    public static void Check(string source)
    {
        var placeholders = source.AsSpan().Count("{{");
        if (placeholders > Placeholders)
            throw new TooComplexException(
                new LocalizedText("This has {0} placeholders; at most {1} are allowed.", placeholders, Placeholders));
        if (!WaiverHtml.IsHtml(source)) MarkdownScan.Check(source);
    }

    /// <exception cref="TooComplexException">The HTML is too long.</exception>
    public static void CheckLength(int length)
    {
        if (length > Html)
            throw new TooComplexException(
                new LocalizedText("This is too long: more than {0} characters of HTML.", Html));
    }
}
