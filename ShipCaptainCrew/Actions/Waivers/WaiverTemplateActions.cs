using Ganss.Xss;
using Markdig;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Creates, changes and archives waiver templates. Texts are entered as Markdown or HTML and stored sanitized. Every
/// version is kept forever.
/// </summary>
public sealed class WaiverTemplateActions(AppDbContext db, Change change)
    : ReferenceDataActions<WaiverTemplate, WaiverTemplateDetails>(db, change)
{
    public const int Longest = 60_000;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();
    private static readonly string[] Tags = ["p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "b", "i",
        "br", "hr", "blockquote", "table", "thead", "tbody", "tr", "th", "td"];

    /// <summary>
    /// Removed tags whose content is kept; other tags, such as scripts, are removed with their content.
    /// </summary>
    private static readonly HashSet<string> RemovedTagsWithText =
        ["div", "span", "section", "article", "header", "footer", "main", "aside", "center", "a", "u", "small", "big",
            "font", "sub", "sup", "mark", "dl", "dt", "dd", "h5", "h6", "code", "pre", "tfoot", "caption", "form",
            "label", "fieldset", "legend"];

    /// <summary>How many waivers of a template were signed, in any version.</summary>
    public Task<int> SignedOf(Guid id) => Db.WaiversOf(id).CountAsync();

    /// <summary>The template's current version in each language, to be stored.</summary>
    public static IEnumerable<WaiverVersion> VersionsOf(WaiverTemplate template) =>
        template.Texts.Select(text => new WaiverVersion(
            template.OperatorId, template.Id, template.Version, text.Language, template.Name, text.Html));

    protected override Task<WaiverTemplateDetails> Read(Input input, WaiverTemplate? now)
    {
        var name = input.Text("name", now?.Name, required: "Enter the waiver's name.") ?? "";
        var english = ReadText(input, "html", "en", now, required: "Enter the text to be signed.");
        var spanish = ReadText(input, "html_es", "es", now, required: null);
        return Task.FromResult(new WaiverTemplateDetails(name, [.. new[] { english, spanish }.OfType<WaiverText>()]));
    }

    protected override WaiverTemplate Make(Guid operatorId, WaiverTemplateDetails details)
    {
        var template = new WaiverTemplate(operatorId, details);
        KeepVersion(template);
        return template;
    }

    protected override void Rewrite(WaiverTemplate template, WaiverTemplateDetails details)
    {
        var before = template.Version;
        template.Change(details);
        if (template.Version != before) KeepVersion(template);
    }

    /// <summary>
    /// The HTML shown for an entered text. A text that begins with a tag is HTML, any other is Markdown.
    /// </summary>
    public static string Sanitise(string source) =>
        Clean(source.TrimStart().StartsWith('<') ? source : Markdig.Markdown.ToHtml(source, Markdown)).Trim();

    /// <summary>Sanitizes HTML to text and structure: no scripts, resources, styles or links.</summary>
    public static string Clean(string html)
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
            if (!RemovedTagsWithText.Contains(removing.Tag.LocalName)) removing.Tag.InnerHtml = "";
        };
        return sanitizer.Sanitize(html);
    }

    /// <summary>What a guest would be shown of a text that is not saved yet.</summary>
    public static string Preview(string source, string language, string operatorName, DateOnly date)
    {
        var name = language == Languages.Spanish ? "María Guía" : "Sam Guest";
        return WaiverFields.Fill(Sanitise(source), name, "Aurora", date, operatorName, language);
    }

    private void KeepVersion(WaiverTemplate template) => Db.AddRange(VersionsOf(template));

    private static WaiverText? ReadText(
        Input input, string field, string language, WaiverTemplate? now, LocalizedText? required)
    {
        var before = now?.Texts.Find(text => text.Language == language);
        var source = input.Text(field, before?.Source, Longest, required);
        if (source is null) return null;
        if (source == before?.Source) return before;
        var html = Sanitise(source);
        if (html.Length == 0) input.Error(field, "Nothing is left of this that can be shown. Enter text.");
        if (WaiverFields.Unknown(source) is { } unknown) input.Error(field, unknown);
        return new(language, source, html);
    }
}
