using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// The HTML shown for an entered waiver text: text and structure only. The cost of making it is bounded by
/// <see cref="WaiverTextLimits"/> before and while the text is parsed, whatever the text contains.
/// </summary>
/// <param name="Html">Empty if there is an error.</param>
/// <param name="Error">Why the text is refused; null if it is not.</param>
public sealed record WaiverHtml(string Html, LocalizedText? Error)
{
    private static readonly string[] Tags = ["p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "b", "i",
        "br", "hr", "blockquote", "table", "thead", "tbody", "tr", "th", "td"];

    /// <summary>
    /// Removed tags whose content is kept; other tags, such as scripts, are removed with their content.
    /// </summary>
    private static readonly HashSet<string> RemovedTagsWithText =
        ["div", "span", "section", "article", "header", "footer", "main", "aside", "center", "a", "u", "small", "big",
            "font", "sub", "sup", "mark", "dl", "dt", "dd", "h5", "h6", "code", "pre", "tfoot", "caption", "form",
            "label", "fieldset", "legend"];

    /// <summary>A text that begins with a tag is HTML, any other is Markdown.</summary>
    public static WaiverHtml Of(string source)
    {
        WriteGate.RequireOutside();
        try
        {
            WaiverTextLimits.Check(source);
            return new(Clean(IsHtml(source) ? source : WaiverMarkdown.ToHtml(source)).Trim(), null);
        }
        catch (TooComplexException tooComplex)
        {
            return new("", tooComplex.Reason);
        }
    }

    internal static bool IsHtml(string source) => source.AsSpan().TrimStart() is ['<', ..];

    /// <summary>Sanitizes HTML to text and structure: no scripts, resources, styles or links.</summary>
    /// <exception cref="TooComplexException">It has too many elements, or they are nested too deeply.</exception>
    public static string Clean(string html)
    {
        TagScan.Check(html);
        using var document = Parser().ParseDocument("<!doctype html><html><body>" + html);
        if (document.Body is not { } body) return "";
        CheckDepth(body);
        var sanitizer = Sanitizer();
        sanitizer.SanitizeDom(document, body);
        var clean = body.ChildNodes.ToHtml(sanitizer.OutputFormatter);
        WaiverTextLimits.CheckLength(clean.Length);
        return clean;
    }

    /// <summary>
    /// A parser that counts the elements it makes, the copies of unclosed ones included, and ignores attributes, since
    /// none is kept and comparing thousands of them is slow.
    /// </summary>
    private static HtmlParser Parser()
    {
        var counting = Configuration.Default.WithOnly<IElementFactory<Document, HtmlElement>>(new CountedElements());
        var options = new HtmlParserOptions
        {
            IsScripting = true,
            SkipComments = true,
            MaximumDepth = WaiverTextLimits.Depth + 10,
            ShouldEmitAttribute = static (ref _, _) => false,
        };
        return new(options, BrowsingContext.New(counting));
    }

    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(),
            AllowedSchemes = new HashSet<string>(),
            AllowedCssProperties = new HashSet<string>(),
        }) { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (!RemovedTagsWithText.Contains(removing.Tag.LocalName)) removing.Tag.TextContent = "";
        };
        return sanitizer;
    }

    private static void CheckDepth(INode node, int depth = 0)
    {
        if (depth > WaiverTextLimits.Depth) throw TooComplexException.TooDeep();
        foreach (var child in node.ChildNodes)
            if (child is IElement) CheckDepth(child, depth + 1);
    }

    private sealed class CountedElements : IElementFactory<Document, HtmlElement>
    {
        private static readonly IElementFactory<Document, HtmlElement> Inner =
            BrowsingContext.New().GetService<IElementFactory<Document, HtmlElement>>()!;

        private int made;

        public HtmlElement Create(Document document, string localName, string? prefix, NodeFlags flags) =>
            ++made > WaiverTextLimits.Elements
                ? throw TooComplexException.TooManyElements()
                : Inner.Create(document, localName, prefix, flags);
    }
}
