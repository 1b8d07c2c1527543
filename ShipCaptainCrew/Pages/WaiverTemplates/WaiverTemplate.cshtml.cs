using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverTemplates;

/// <summary>
/// A waiver being written, with a look at it as a guest will see it. Saving makes a new version; those signed keep
/// theirs.
/// </summary>
public sealed class WaiverTemplatePage(AppDbContext db, WaiverTemplateActions waivers, TimeProvider clock)
    : ReferencePage<WaiverTemplate>(db, waivers)
{
    public override string List => Me.Pages.WaiverTemplates;

    /// <summary>How many have signed it, in any version.</summary>
    public int Signed { get; private set; }

    /// <summary>A new one begins with the sample.</summary>
    public string SourceIn(string language) =>
        Thing is null
            ? language == Languages.Spanish ? SampleWaiver.Spanish : SampleWaiver.English
            : Thing.Texts.Find(text => text.Language == language)?.Source ?? "";

    /// <summary>
    /// Each language as it will be shown, of what is typed or else kept: sanitised, and filled in for a guest who is
    /// not there.
    /// </summary>
    public IEnumerable<(string Code, string Name, string Html)> Previews =>
        from language in Languages.All
        let source = ValueOf(FieldOf(language.Code), SourceIn(language.Code))
        where !string.IsNullOrWhiteSpace(source) && source.Length <= WaiverTemplateActions.Longest
        select (language.Code, language.Name,
            WaiverTemplateActions.Preview(
                source, language.Code, Me.OperatorName, LocalTime.DateOf(clock.GetUtcNow(), Zone)));

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Me.TimeZone);

    public static string FieldOf(string language) => language == Languages.Spanish ? "html_es" : "html";

    public override async Task<IActionResult> OnPost(Guid? id)
    {
        var input = await Request.ReadForm();
        if (!input.Has("preview")) return await Save(id, input);
        Keep(input);
        return await OnGet(id);
    }

    protected override async Task Prepare()
    {
        if (Thing is not null) Signed = await waivers.SignedOf(Thing.Id);
    }
}
