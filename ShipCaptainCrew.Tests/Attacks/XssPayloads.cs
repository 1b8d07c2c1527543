using AngleSharp;
using AngleSharp.Dom;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// XSS payloads, and the check that finds one that became markup: it has the attribute <c>pwn</c>, or that word is in
/// an active place.
/// </summary>
internal static class XssPayloads
{
    public static readonly IReadOnlyList<string> All =
    [
        "<script pwn>__pwn=1</script>", "\"><script pwn>__pwn=1</script>", "'><img pwn src=x onerror=__pwn=1>",
        "<svg pwn onload=__pwn=1>", "<img pwn src=x onerror=__pwn=1>",
        "<a pwn href=javascript:__pwn=1>x</a>", "javascript:__pwn=1//", "<b pwn hx-on:click=__pwn=1>",
        "<b pwn hx-get=/pwn hx-trigger=load>", "<b pwn hx-vals=js:{a:__pwn=1}>",
        "<b pwn data-hx-get=/pwn data-hx-trigger=load>", "\" pwn onfocus=__pwn=1 autofocus x=\"",
        "' pwn onfocus=__pwn=1 autofocus x='", "</textarea><script pwn>__pwn=1</script>",
        "</title><script pwn>__pwn=1</script>", "</script><script pwn>__pwn=1</script>",
        "</template><script pwn>__pwn=1</script>", "--><img pwn src=x onerror=__pwn=1>", "]]><b pwn onclick=__pwn=1>",
        "<noscript><p title=\"</noscript><img pwn src=x onerror=__pwn=1>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img pwn src=1 onerror=__pwn=1&gt;\">",
        "<svg><style><img pwn src=x onerror=__pwn=1></style></svg>",
        "<iframe pwn srcdoc=\"<script>parent.__pwn=1</script>\">", "\u202E<b pwn onclick=__pwn=1>\u2066",
        "&lt;b pwn onclick=__pwn=1&gt;&#60;b pwn&#62;",
        "<hx-partial pwn hx-target=body>__pwn=1</hx-partial>",
        "<base pwn href=//evil/><meta pwn http-equiv=refresh content=0>",
    ];

    /// <summary>Attributes that may contain user text.</summary>
    private static readonly HashSet<string> TextAttributes =
        ["value", "content", "title", "placeholder", "alt", "aria-label"];

    private static readonly string[] ContactSchemes = ["mailto:", "tel:"];

    /// <summary>Strings that no random token of the app can contain by chance.</summary>
    private static readonly string[] Traces = ["__pwn=1", "/pwn", " pwn", "'pwn'"];

    public static Task<IDocument> Parse(string html) =>
        BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html));

    /// <summary>The elements and attributes of a page that a payload created.</summary>
    public static IEnumerable<string> ActiveMarkup(IDocument page) =>
        page.All.SelectMany(
            element => ActiveParts(element)
                .Select(what => $"{what}: {element.OuterHtml[..Math.Min(300, element.OuterHtml.Length)]}"));

    private static IEnumerable<string> ActiveParts(IElement element)
    {
        if (element.HasAttribute("pwn")) yield return "an element";
        if (element.LocalName is "script" or "style" && element.GetAttribute("type") != "application/json"
            && IsPayload(element.TextContent))
            yield return "code";
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.Ordinal)
                || attribute.Name.Contains("hx-on", StringComparison.Ordinal))
                yield return "a handler";
            if (IsPayload(attribute.Value) && !TextAttributes.Contains(attribute.Name) && !IsAddress(attribute))
                yield return $"in {attribute.Name}";
        }
    }

    /// <summary>Whether it is a mailto: or tel: link, which may contain user text.</summary>
    private static bool IsAddress(IAttr attribute) =>
        attribute.Name == "href"
        && ContactSchemes.Any(scheme => attribute.Value.StartsWith(scheme, StringComparison.Ordinal));

    private static bool IsPayload(string text) =>
        Array.Exists(Traces, trace => text.Contains(trace, StringComparison.Ordinal));
}
