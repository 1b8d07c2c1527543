namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Texts that are slow to read for some parser of Markdown or HTML, in any length. The benchmark measures all of them.
/// </summary>
public static class CostlyTexts
{
    /// <summary>Units of which a text consists.</summary>
    private static readonly string[] Repeated =
    [
        ">", "> ", "- ", "1. ", "* a\n", "1. a\n", "a\n", "\t", "#\n", "# a\n", "***\n", "a\n---\n", "> a\n\n",
        "[", "]",
        "[a](", "[a](b", "[a](<b", "[a](b \"", "![[]()", "[a]", "[a][b]", "[a]: b\n", "![", "*a **a ", "*a_ ",
        "**x*y ", "*", "_a__b ", "a*", "**a", "~", "`", "`a", "<a ", "<a", "<!--", "<?", "<![CDATA[", "<!A ", "</a",
        "<a b='", "<http://a", "&", "&amp;", "&#1", "\\", "\\*", "a|", "|", "|\n", "a | b\n", "|-", "{{name}}", "{{",
        "<b>a\n\n", "<div>\n\n", "a  \n", "😀", "http://a ", "*a*", "**a** ", "`a` ", "[a](b) ", "| a | b |\n",
        "<br>",
    ];

    /// <summary>Units of which a text that begins with a tag consists.</summary>
    private static readonly string[] Tags =
    [
        "<div>", "<b>", "<p>", "<p>a", "</p>", "</br>", "<x>", "<x>a</x>", "<!-->", "<svg>", "<math><mi>", "<template>",
        "<select><option>", "<style>a{b:c}", "<button>", "<form>", "<td>", "<tr>", "<table><tr><td>", "<table>a", "<a>",
        "<a><p>", "<b><p>", "<i><div>", "<h1>", "<li>", "<dl><dd>", "<ruby><rt>", "<frameset>", "<object>", "<nobr>",
        "<script></script>", "<noscript>", "<textarea>", "<div></p>", "</div></b>", "<b></div>", "&a", "&amp", "a<br>",
        "<p a>", "<center>", "<hr>", "<img>", "<code>", "<ul><li>", "<b a=1><p>", "<p>a<b>b</b></p>", "<p></p>",
    ];

    /// <summary>The name of each text, and the text in a given length.</summary>
    public static IEnumerable<(string Name, Func<int, string> Make)> All =>
    [
        .. Repeated.Select(unit => (Shown(unit), Of(unit))),
        .. Repeated.Select(unit => (Shown(unit) + " after a word", After("a", Of(unit)))),
        .. Tags.Select(unit => ("HTML " + unit, After("<i>", Of(unit)))),
        .. Tags.Select(unit => ("HTML with unclosed tags, " + unit, After(Unclosed, Of(unit)))),
        ("a table with a wide head", WideTable),
        ("tables with wide heads", length => Of("|||||||||\n|-|-|-|-|-|-|-|-|\n|\n|\n|\n|\n|\n\n")(length)),
        ("a long link target", length => $"[a]: /{new string('b', length / 2)}\n\n{Of("[a]\n\n")(length / 2)}"),
        ("lists in lists", length => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(length))
            .Select(i => $"{new string(' ', 2 * i)}- a\n"))),
        ("code of every length", length => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2 * length))
            .Select(i => $"{new string('`', i)} "))),
        ("HTML with different unclosed tags", length =>
            $"<p>{Numbered("<b a", ">", length / 2)}{Of("<p>a")(length / 2)}"),
        ("HTML with many attributes", length => $"<p {Numbered("a", " ", length)}>a"),
        ("HTML with one long attribute", length => $"<p a=\"{new string('a', length)}\">a"),
        ("a single word", length => new string('a', length)),
    ];

    /// <summary>An ordinary waiver of the given length.</summary>
    public static string Normal(int length) => Of(
        "## Risks\n\nI, Sam, know that **boats move** and decks are wet, and that I could slip, fall, be struck by a "
        + "sail or go overboard. I *choose* to come.\n\n- I do what the captain says.\n- I stay seated when asked.\n\n"
        + "1. I am well enough to sail.\n2. I pay for what I break.\n\n")(length);

    private static string Unclosed => "<p><b><big><code><em><font><i><s><small><strike><strong><tt><u>";

    private static Func<int, string> Of(string unit) =>
        length => string.Concat(Enumerable.Repeat(unit, Math.Max(1, length / unit.Length)));

    private static Func<int, string> After(string start, Func<int, string> rest) => length => start + rest(length);

    private static string WideTable(int length) =>
        $"{Of("|")(length / 4)}|\n{Of("|-")(length / 2)}|\n{Of("|\n")(length / 4)}";

    private static string Numbered(string before, string after, int length) =>
        string.Concat(
            Enumerable.Range(0, length / (before.Length + after.Length + 4)).Select(i => $"{before}{i}{after}"));

    private static string Shown(string unit) => unit.Replace("\n", "⏎", StringComparison.Ordinal);
}
