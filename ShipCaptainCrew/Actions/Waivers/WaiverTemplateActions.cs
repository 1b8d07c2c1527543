using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
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
    /// <summary>The HTML of the entered texts, made before the change begins; see <see cref="Prepare"/>.</summary>
    private readonly Dictionary<string, WaiverHtml> prepared = new(StringComparer.Ordinal);

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

    /// <summary>What a guest would be shown of a text that is not saved yet.</summary>
    public static WaiverHtml Preview(string source, string language, Viewer viewer, DateOnly date)
    {
        var name = language == Languages.Spanish ? "María Guía" : "Sam Guest";
        var shown = WaiverHtml.Of(source);
        var culture = Locales.Culture(viewer.Locale, language);
        return shown with
        {
            Html = WaiverFields.Fill(shown.Html, name, "Aurora", date, viewer.OperatorName, culture),
        };
    }

    /// <summary>Makes the HTML of the entered texts, which may take a while.</summary>
    protected override void Prepare(Input input)
    {
        // The fields are read again, with their errors, as part of the change.
        var fields = Input.Of(input.Given);
        foreach (var field in new[] { "html", "html_es" })
        {
            if (fields.Text(field, max: WaiverTextLimits.Characters) is { } source)
                prepared[source] = WaiverHtml.Of(source);
        }
    }

    private void KeepVersion(WaiverTemplate template) => Db.AddRange(VersionsOf(template));

    private WaiverText? ReadText(
        Input input, string field, string language, WaiverTemplate? now, LocalizedText? required)
    {
        var before = now?.Texts.Find(text => text.Language == language);
        var source = input.Text(field, before?.Source, WaiverTextLimits.Characters, required);
        if (source is null) return null;
        if (source == before?.Source) return before;
        var shown = prepared[source];
        if (shown.Error is { } error) input.Error(field, error);
        else if (shown.Html.Length == 0) input.Error(field, "None of this can be shown. Enter text.");
        else if (WaiverFields.Unknown(source) is { } unknown) input.Error(field, unknown);
        return new(language, source, shown.Html);
    }
}
