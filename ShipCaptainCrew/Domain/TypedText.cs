using System.Globalization;
using System.Text;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Removes from typed or pasted text what nobody can see: zero-width characters, direction marks and blank letters. It
/// is applied where a request is read, never to stored text. Joiners and variation selectors that emoji and scripts
/// need are kept. Text that shows nothing becomes empty.
/// </summary>
public static class TypedText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;

    /// <summary>The last letter of the Latin script's first blocks, in which joiners have no effect.</summary>
    private const int LastLatin = 0x24F;

    /// <summary>A name, a date or another single line: every run of spaces becomes one space.</summary>
    public static string Line(string text) => Clean(text, isLine: true);

    /// <summary>Several lines of free text: line breaks, indentation and direction marks are kept.</summary>
    public static string Lines(string text) => Clean(text, isLine: false);

    /// <summary>An email address, also as it is copied from a link or a mail program.</summary>
    public static string Address(string text)
    {
        const string scheme = "mailto:";
        var address = Clean(text, isLine: true);
        return address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? address[scheme.Length..] : address;
    }

    /// <summary>A phone number: digits, plus and hyphens of other scripts become those of ASCII.</summary>
    public static string Phone(string text) =>
        string.Concat(Clean(text, isLine: true).EnumerateRunes().Select(PhoneCharacter));

    private static string PhoneCharacter(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber =>
            Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture),
        UnicodeCategory.DashPunctuation => "-",
        _ when rune.Value is 0x2212 => "-",
        _ when rune.Value is 0xFF0B => "+",
        _ => rune.ToString(),
    };

    /// <summary>Repeats until nothing changes: a joiner can lose the letter that it joined.</summary>
    private static string Clean(string text, bool isLine)
    {
        var cleaned = CleanOnce(text, isLine);
        return cleaned == text ? cleaned : Clean(cleaned, isLine);
    }

    private static string CleanOnce(string text, bool isLine)
    {
        var runes = text.EnumerateRunes().Where(rune => !IsInvisible(rune, isLine)).Select(WithPlainSpace).ToList();
        var kept = new List<Rune>(runes.Count);
        for (var i = 0; i < runes.Count; i++)
        {
            if (IsKept(runes, i, kept, isLine)) kept.Add(runes[i]);
        }

        return kept.Exists(IsVisible) ? string.Concat(kept).Trim() : "";
    }

    private static bool IsKept(List<Rune> runes, int i, List<Rune> kept, bool isLine)
    {
        Rune? before = kept.Count > 0 ? kept[^1] : null;
        var rune = runes[i];
        return rune.Value switch
        {
            ' ' => !isLine || before?.Value is not (null or ' '),
            ZeroWidthJoiner or ZeroWidthNonJoiner =>
                before?.Value > LastLatin && i + 1 < runes.Count && runes[i + 1].Value > LastLatin
                    && !IsJoiner(before.Value) && !IsJoiner(runes[i + 1]),
            _ when IsTag(rune) => before is { } last && (last.Value == BlackFlag || IsTag(last)),
            _ when IsSelector(rune) => before is { } last && !Rune.IsWhiteSpace(last),
            _ => true,
        };
    }

    private static Rune WithPlainSpace(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? new(' ') : rune;

    /// <summary>Whether a reader sees it even alone.</summary>
    private static bool IsVisible(Rune rune) => !Rune.IsWhiteSpace(rune) && !IsJoiner(rune) && !IsSelector(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner;

    private static bool IsSelector(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D) or 0x180F;

    /// <summary>The letters in the flags of England, Scotland and Wales.</summary>
    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;

    /// <summary>
    /// The default-ignorable characters of Unicode (UAX 44) without those handled above, and the blank letters.
    /// </summary>
    private static bool IsInvisible(Rune rune, bool isLine) => rune.Value switch
    {
        0x061C or 0x200E or 0x200F => isLine,
        0x00AD or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x200B or 0x2800 or 0x3164 => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        0xFEFF or 0xFFA0 or 0xE0001 => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        >= 0x1D173 and <= 0x1D17A => true,
        _ => false,
    };
}
