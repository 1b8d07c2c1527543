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
/// What can be done with waiver templates. Texts come as Markdown or HTML and are kept sanitised; every version is kept
/// for good.
/// </summary>
public sealed class WaiverTemplateActions(AppDbContext db, Change change)
    : ReferenceDataActions<WaiverTemplate, WaiverTemplateDetails>(db, change)
{
    public const int Longest = 60_000;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();
    private static readonly string[] Tags = ["p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "b", "i",
        "br", "hr", "blockquote", "table", "thead", "tbody", "tr", "th", "td"];

    /// <summary>
    /// Of these the words inside stay; of all else that may not be shown, such as a script, nothing does.
    /// </summary>
    private static readonly HashSet<string> Wraps =
        ["div", "span", "section", "article", "header", "footer", "main", "aside", "center", "a", "u", "small", "big",
            "font", "sub", "sup", "mark", "dl", "dt", "dd", "h5", "h6", "code", "pre", "tfoot", "caption", "form",
            "label", "fieldset", "legend"];

    /// <summary>How many signed waivers a template has; those keep the version they were signed in.</summary>
    public Task<int> SignedOf(Guid id) => Db.WaiversOf(id).CountAsync();

    /// <summary>The template's present version in each language, to be kept for good.</summary>
    public static IEnumerable<WaiverVersion> VersionsOf(WaiverTemplate template) =>
        template.Texts.Select(
            text =>
                new WaiverVersion(
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

    protected override void Rewrite(WaiverTemplate noun, WaiverTemplateDetails details)
    {
        var before = noun.Version;
        noun.Change(details);
        if (noun.Version != before) KeepVersion(noun);
    }

    /// <summary>What is shown of a text as it was typed. What begins with a tag is HTML, all else Markdown.</summary>
    public static string Sanitise(string source) =>
        Clean(source.TrimStart().StartsWith('<') ? source : Markdig.Markdown.ToHtml(source, Markdown)).Trim();

    /// <summary>What may be shown: words and their structure, nothing that acts, loads, styles or links.</summary>
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
            if (!Wraps.Contains(removing.Tag.LocalName)) removing.Tag.InnerHtml = "";
        };
        return sanitizer.Sanitize(html);
    }

    /// <summary>What a guest will be shown of a text that is still being written.</summary>
    public static string Preview(string source, string language, string house, DateOnly date) =>
        WaiverFields.Fill(Sanitise(source), language == Languages.Spanish ? "María Guía" : "Sam Guest", "Aurora", date,
            house, language);

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
