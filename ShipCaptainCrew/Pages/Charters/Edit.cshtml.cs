using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// Changes a charter's fields. On an edit conflict, the page shows what the other editor changed, keeps what was typed
/// and lets the user save again.
/// </summary>
public sealed class EditCharterPage(AppDbContext db, PlanReader reader, PlanWarnings planWarnings, CrewList crewList,
    Overlaps overlaps, CharterActions charters, CharterLog log)
    : PlanPage(db, reader, planWarnings, crewList, overlaps)
{
    private static readonly string[] ManningFields = ["manning.first_mate", "manning.deckhand"];

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        Charter = await Find(id);
        if (Charter is null) return NotFound();
        if (!Charter.IsOver) return await Show();
        // A form that was kept while the person signed in: it is too late to save it, but what they typed is shown.
        return Typed is { } typed
            ? await Again(Charter.TooLateToReplan(), Input.Of(typed), Show)
            : Redirect(Me.Pages.Charter(Charter.Id).Home);
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        Charter = await Find(id);
        if (Charter is null) return NotFound();
        var isCaptainChanged = IsCaptainChanged(input);
        if (input.Has("fill")) return await Fill(input);
        FillInNextDay(input);
        var seen = input.Whole("version", null, 1, int.MaxValue);
        if (!isCaptainChanged) input.Given.Remove("captain_id");
        if (!IsManningChanged(input)) input.Given.Remove("manning");
        var outcome = await charters.Replan(Me, id, seen, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => ShowDifferences(refusal, input, seen))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    private async Task<Charter?> Find(Guid id) =>
        await Db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } charter && Me.Sees(charter)
            ? charter
            : null;

    /// <summary>An unchanged captain is not saved: the crew may have changed since the form was opened.</summary>
    private bool IsCaptainChanged(Input input)
    {
        if (input.Text("captain_id") != input.Text("captain_seen")) return true;
        input.Given["captain_id"] = Charter!.CaptainId?.ToString();
        return false;
    }

    /// <summary>Unchanged manning fields are not saved, so that they follow a newly chosen type.</summary>
    private bool IsManningChanged(Input input) =>
        ManningFields.Any(field => input.Given.At(field)?.ToString().Trim() != CharterFields.Of(Charter!, null)[field]);

    /// <summary>The form as typed, with the fields that others changed since it was opened.</summary>
    private async Task<IActionResult> ShowDifferences(Refusal refusal, Input input, int? seen)
    {
        Charter = await Find(Charter!.Id);
        if (Charter is null) return NotFound();
        if (!input.Has("captain_id")) input.Given["captain_id"] = Charter.CaptainId?.ToString();
        if (!input.Has("manning"))
            input.Given["manning"] =
                new JsonObject { ["first_mate"] = Charter.Manning.FirstMate, ["deckhand"] = Charter.Manning.Deckhand };
        var page = await Show();
        if (refusal.Kind != RefusalKind.Stale) return page;
        var edits = await log.Edits(Charter, Math.Max(0, Charter.Version - (seen ?? 0)));
        Differences = [.. CharterFields.Labels.Keys.Select(field => FindDifference(field, edits)).OfType<Difference>()];
        return page;
    }

    private Difference? FindDifference(string field, IReadOnlyList<LogLine> edits)
    {
        var (mine, theirs) = (Normalize(ValueOf(field, null)), Normalize(CurrentValue(field)));
        var edit = edits.FirstOrDefault(line =>
            line.Event is CharterChanged { Fields: { } fields } && fields.Contains(CharterFields.LogFieldOf(field)));
        return edit is null || mine == theirs
            ? null
            : new(field, DisplayText(field, mine), DisplayText(field, theirs), edit.Name, edit.At);
    }

    private static string Normalize(string? value) => value?.ReplaceLineEndings("\n").Trim() ?? "";

    /// <summary>The name of a chosen vessel or type instead of its id.</summary>
    private string DisplayText(string field, string value)
    {
        var choices = field switch { "vessel_id" => Vessels, "charter_type_id" => Types, _ => [] };
        return choices.FirstOrDefault(choice => choice.Value == value).Text ?? value;
    }
}
