using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// Plans a charter, as a draft or published at once. Can start as a duplicate of another charter, without its date.
/// </summary>
public sealed class NewCharterPage(
    AppDbContext db, PlanReader reader, PlanWarnings planWarnings, CrewList crewList, Overlaps overlaps,
    CharterActions charters)
    : PlanPage(db, reader, planWarnings, crewList, overlaps)
{
    /// <summary>
    /// The form's note that publishing was asked for before the question about the next day, whose answer is another
    /// button.
    /// </summary>
    public const string PublishAskedField = "publish_asked";

    public async Task<IActionResult> OnGet([FromQuery] Guid? from)
    {
        if (from is not { } id) return await Show();
        if (await Db.Charter(Me, id) is not { } charter) return NotFound();
        var type = await Db.CharterTypes.FindAsync(Me.OperatorId, charter.CharterTypeId);
        return await Fill(Input.Of(CharterFields.ToDuplicate(charter, type)));
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        if (input.Has("fill")) return await Fill(input);
        RemoveBlankManning(input);
        FillInNextDay(input);
        if (input.Has(PlanReader.NextDayField) && input.Flag(PublishAskedField, false)) input.Given["publish"] = "true";
        var outcome = await charters.Create(Me, input);
        if (outcome.Refusal is { } refusal) return await Again(refusal, input, Show);
        var pages = Me.Pages.Charter(outcome.Id);
        return GoTo(input.Flag("publish", false) ? pages.Published : pages.Home);
    }

    /// <summary>A blank number of crew means the usual one, not none.</summary>
    private static void RemoveBlankManning(Input input)
    {
        if (input.Given["manning"] is not JsonObject manning) return;
        var part = input.Part("manning");
        foreach (var role in manning.Select(field => field.Key).Where(part.IsBlank).ToList()) manning.Remove(role);
    }
}
