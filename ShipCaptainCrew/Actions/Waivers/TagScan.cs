using System.Buffers;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Finds in one pass over HTML too many tags, and tags that are nested too deeply. It counts tags within comments and
/// attributes too, which a waiver has no need for. The parser, whose count is exact, needs far longer.
/// </summary>
internal static class TagScan
{
    private const int MaxTags = 2 * WaiverTextLimits.Elements;

    /// <summary>So many tags may be open, since a text may leave some out that browsers add.</summary>
    private const int MaxOpen = 2 * WaiverTextLimits.Depth;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r/>");

    /// <summary>Tags that have no end, or whose end is usually left out.</summary>
    private static readonly HashSet<string> WithoutEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "tr", "td", "th", "dt", "dd", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "thead", "tbody",
        "tfoot", "a", "img", "input", "meta", "link", "col", "wbr", "option",
    };

    /// <exception cref="TooComplexException">There are too many tags, or too many are open.</exception>
    public static void Check(ReadOnlySpan<char> html)
    {
        if (html.Count('<') > MaxTags) throw TooComplexException.TooManyElements();
        var openByName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (names, open) = (openByName.GetAlternateLookup<ReadOnlySpan<char>>(), 0);
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<'))
        {
            html = html[(at + 1)..];
            var isEnd = html is ['/', ..];
            var name = NameOf(isEnd ? html[1..] : html);
            if (name.IsEmpty || WithoutEnd.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) continue;
            var change = !isEnd ? 1 : names.TryGetValue(name, out var count) && count > 0 ? -1 : 0;
            names[name] = names.TryGetValue(name, out var before) ? before + change : change;
            open += change;
            if (open > MaxOpen) throw TooComplexException.TooDeep();
        }
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        if (tag.IsEmpty || !char.IsAsciiLetter(tag[0])) return [];
        var end = tag.IndexOfAny(NameEnds);
        return end < 0 ? tag : tag[..end];
    }
}
