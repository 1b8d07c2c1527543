using System.Globalization;
using System.Text;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Folds text for matching and search only; text is always shown as it was typed. Case, accents, apostrophes, hyphens
/// and width do not count, as in a comparison of primary strength of the Unicode collation algorithm (UTS 10).
/// </summary>
public static class FoldedText
{
    /// <summary>Letters that Unicode does not decompose.</summary>
    private static readonly Dictionary<int, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th",
        ['ł'] = "l", ['ı'] = "i", ['ħ'] = "h", ['ŧ'] = "t", ['ŋ'] = "n", ['ς'] = "σ",
    };

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes()) folded.Append(Fold(rune));
        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Fold(Rune rune)
    {
        if (IsAccent(rune.Value)) return "";
        var lower = Rune.ToLowerInvariant(rune);
        if (Letters.TryGetValue(lower.Value, out var letters)) return letters;
        return Rune.GetUnicodeCategory(lower) switch
        {
            UnicodeCategory.Format or UnicodeCategory.Control => Rune.IsWhiteSpace(lower) ? " " : "",
            UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator => " ",
            _ when lower.Value is '.' or '\'' or '`' or '´' or '’' or '‘' or 'ʼ' or 'ʻ' or '′' or '"' => "",
            _ when lower.Value is ',' or ';' or '/' or '(' or ')' or '&' => " ",
            _ => lower.ToString(),
        };
    }

    /// <summary>Accents, and the points of Hebrew and Arabic; vowel signs of other scripts are letters.</summary>
    private static bool IsAccent(int value) => value
        is (>= 0x300 and <= 0x36F) or (>= 0x483 and <= 0x487) or (>= 0x591 and <= 0x5C7) or (>= 0x610 and <= 0x61A)
        or (>= 0x64B and <= 0x65F) or 0x670 or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF)
        or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F);
}
