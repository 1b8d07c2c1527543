using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverTemplates;

/// <summary>
/// Edits a waiver template, with a preview as a guest sees it. Saving makes a new version; signed waivers keep the
/// version they were signed in.
/// </summary>
public sealed class WaiverTemplatePage(AppDbContext db, WaiverTemplateActions waivers, TimeProvider clock)
    : ReferencePage<WaiverTemplate>(db, waivers)
{
    public override string List => Me.Pages.WaiverTemplates;

    /// <summary>How many waivers were signed from it, in any version.</summary>
    public int Signed { get; private set; }

    /// <summary>The stored text in a language; the sample text for a new template.</summary>
    public string SourceIn(string language) =>
        Thing is null
            ? (language == Languages.Spanish ? SampleWaiver.Spanish : SampleWaiver.English)
            : Thing.Texts.Find(text => text.Language == language)?.Source ?? "";

    /// <summary>
    /// The preview in each language, of the text entered or else stored: sanitized, and filled in for a made-up
    /// guest.
    /// </summary>
    public IEnumerable<(string Code, string Name, string Html)> Previews =>
        from language in Languages.All
        let source = ValueOf(FieldOf(language.Code), SourceIn(language.Code))
        where !string.IsNullOrWhiteSpace(source) && source.Length <= WaiverTextLimits.Characters
        let shown = WaiverTemplateActions.Preview(
            source, language.Code, Me, LocalTime.DateOf(clock.GetUtcNow(), Zone))
        where shown.Error is null
        select (language.Code, language.Name, shown.Html);

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Me.TimeZone);

    public static string FieldOf(string language) => language == Languages.Spanish ? "html_es" : "html";

    public override async Task<IActionResult> OnPost(Guid? id)
    {
        var input = await Request.ReadForm();
        if (!input.Has("preview")) return await Save(id, input);
        Keep(input);
        foreach (var language in Languages.All) CheckText(input, FieldOf(language.Code));
        return input.Refusal is { } refusal ? await Again(refusal, input, () => OnGet(id)) : await OnGet(id);
    }

    /// <summary>Says at the field why the text has no preview.</summary>
    private static void CheckText(Input input, string field)
    {
        var source = Input.Of(input.Given).Text(field, max: WaiverTextLimits.Characters);
        if (source is not null && WaiverHtml.Of(source).Error is { } error) input.Error(field, error);
    }

    protected override async Task Prepare()
    {
        if (Thing is not null) Signed = await waivers.SignedOf(Thing.Id);
    }
}
