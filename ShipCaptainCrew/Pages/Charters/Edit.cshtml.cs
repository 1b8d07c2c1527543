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
/// Changes a charter's own fields. The second of two editors sees what the first changed, keeps all they typed, and may
/// save again.
/// </summary>
public sealed class EditCharterPage(AppDbContext db, PlanReader reader, PlanWarnings planWarnings, CrewList crewList,
    CharterActions charters, CharterLog log)
    : PlanPage(db, reader, planWarnings, crewList)
{
    private static readonly string[] ManningFields = ["manning.first_mate", "manning.deckhand"];

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        Charter = await Find(id);
        if (Charter is null) return NotFound();
        return Charter.IsOver ? Redirect(Me.Pages.Charter(Charter.Id).Home) : await Show();
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        Charter = await Find(id);
        if (Charter is null) return NotFound();
        var isTheirChoice = ChoosesCaptain(input);
        if (input.Has("fill")) return await Fill(input);
        var seen = input.Whole("version", null, 1, int.MaxValue);
        if (!isTheirChoice) input.Given.Remove("captain_id");
        if (!ChoosesManning(input)) input.Given.Remove("manning");
        var outcome = await charters.Replan(Me, id, seen, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => ShowBeside(refusal, input, seen))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    private async Task<Charter?> Find(Guid id) =>
        await Db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } charter && Me.Sees(charter)
            ? charter : null;

    /// <summary>
    /// A captain whom the editor left as they found them is not theirs to save: the crew may have changed since.
    /// </summary>
    private bool ChoosesCaptain(Input input)
    {
        if (input.Text("captain_id") != input.Text("captain_seen")) return true;
        input.Given["captain_id"] = Charter!.CaptainId?.ToString();
        return false;
    }

    /// <summary>Numbers that the editor left as they found them follow the type, where they choose another.</summary>
    private bool ChoosesManning(Input input) =>
        ManningFields.Any(field => input.Given.At(field)?.ToString().Trim() != CharterFields.Of(Charter!, null)[field]);

    /// <summary>
    /// The form as it was typed, with the charter as it is now and what has become different since it was opened.
    /// </summary>
    private async Task<IActionResult> ShowBeside(Refusal refusal, Input input, int? seen)
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
        Differences = [.. CharterFields.Labels.Keys.Select(field => Differ(field, edits)).OfType<Difference>()];
        return page;
    }

    private Difference? Differ(string field, IReadOnlyList<LogLine> edits)
    {
        var (mine, theirs) = (Plain(ValueOf(field, null)), Plain(Now(field)));
        var edit = edits.FirstOrDefault(line =>
            line.Event is CharterChanged { Fields: { } fields } && fields.Contains(CharterFields.Logged(field)));
        return edit is null || mine == theirs
            ? null : new(field, Said(field, mine), Said(field, theirs), edit.Name, edit.At);
    }

    private static string Plain(string? value) => value?.ReplaceLineEndings("\n").Trim() ?? "";

    /// <summary>A choice by its name, not its id.</summary>
    private string Said(string field, string value) =>
        (field switch { "vessel_id" => Vessels, "charter_type_id" => Types, _ => [] }).FirstOrDefault(
            choice => choice.Value == value).Text
            ?? value;
}

/// <summary>A field that somebody changed while another was typing.</summary>
public sealed record Difference(string Field, string Mine, string Theirs, string? By, DateTimeOffset At);
