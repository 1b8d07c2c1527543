namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>How a line of Markdown begins.</summary>
/// <param name="Markers">How many quote and list marks it begins with.</param>
/// <param name="StartsBlock">Whether it certainly ends the paragraph before it.</param>
/// <param name="Delimiter">The character after the number of an ordered list item; otherwise none.</param>
internal readonly record struct MarkdownLine(bool IsBlank, int Markers, bool StartsBlock, char Delimiter)
{
    private const int MaxIndent = 3;

    public static MarkdownLine Blank => new(true, 0, false, default);

    /// <summary>
    /// Whether it certainly ends the paragraph before it. A number other than 1 does so only within a list of numbers.
    /// </summary>
    /// <param name="first">The first line of that paragraph.</param>
    public bool StartsBlockAfter(MarkdownLine first) =>
        StartsBlock || (Delimiter != default && Delimiter == first.Delimiter);

    public static MarkdownLine Of(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (text.Trim(" \t\r").IsEmpty) return Blank;
        var markers = IsRule(text) ? 0 : MarkersOf(text);
        if (line.Length - text.Length > MaxIndent) return new(false, markers, false, default);
        var (number, delimiter) = NumberOf(text);
        return new(false, markers, number is 1 || IsBullet(text) || IsHeading(text), delimiter);
    }

    /// <summary>Whether it has only one kind of mark and so is a line across the page.</summary>
    private static bool IsRule(ReadOnlySpan<char> text) =>
        text[0] is '-' or '*' && !text.ContainsAnyExcept([text[0], ' ', '\t', '\r']);

    private static bool IsBullet(ReadOnlySpan<char> text) => text[0] is '-' or '+' or '*' && HasTextAfter(text, 1);

    private static bool IsHeading(ReadOnlySpan<char> text)
    {
        var level = text.IndexOfAnyExcept('#');
        return level is > 0 and <= 6 && text[level] is ' ' or '\t';
    }

    /// <summary>The number of an ordered list item and the character after it.</summary>
    private static (int? Number, char Delimiter) NumberOf(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 9 && text[digits] is '.' or ')' && HasTextAfter(text, digits + 1)
            ? (int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture), text[digits])
            : (null, default);
    }

    private static bool HasTextAfter(ReadOnlySpan<char> text, int at) =>
        text.Length > at && text[at] is ' ' or '\t' && !text[at..].Trim(" \t\r").IsEmpty;

    private static int MarkersOf(ReadOnlySpan<char> text)
    {
        var markers = 0;
        for (var i = 0; i < text.Length && (char.IsAsciiDigit(text[i]) || " \t>*+-.)".Contains(text[i])); i++)
        {
            var isListMark = text[i] is '*' or '+' or '-' or '.' or ')';
            if (text[i] == '>' || (isListMark && i + 1 < text.Length && text[i + 1] is ' ' or '\t')) markers++;
        }

        return markers;
    }
}
