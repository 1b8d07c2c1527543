using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.ChecklistTemplates;

/// <summary>
/// Edits a checklist template. Items are moved and deleted on the page only; saving stores all of them as one new
/// version.
/// </summary>
public sealed class ChecklistTemplatePage(
    AppDbContext db, ChecklistTemplateActions templates, IStringLocalizer<Text> localizer)
    : ReferencePage<ChecklistTemplate>(db, templates)
{
    private ItemRows rows = ItemRows.Of([]);

    /// <summary>The items and blank rows for more: three for a new checklist, otherwise one.</summary>
    public IReadOnlyList<ItemRow> Rows =>
        [
            .. rows.WithBlanks(Thing is null ? 3 : 1)
                .Select(row => row with { Error = ErrorOf($"items[{row.Key}].text") })];

    /// <summary>Whether another blank row was requested, which then gets the focus.</summary>
    public bool WantsMore { get; private set; }

    public IEnumerable<(string Value, string Text)> Phases =>
        Enum.GetValues<Phase>().Select(phase => (WireNames.Name(phase), localizer.Say(phase.Label())));

    public override string List => Me.Pages.ChecklistTemplates;

    public override async Task<IActionResult> OnPost(Guid? id)
    {
        var input = await Request.ReadForm();
        rows = ItemRows.Typed(input);
        return input.Text("move") is { } move ? await MoveRow(id, input, move) : await Save(id, input);
    }

    protected override Task<IActionResult> Save(Guid? id, Input input)
    {
        rows.WriteTo(input);
        return base.Save(id, input);
    }

    protected override Task Prepare()
    {
        if (Typed is null) rows = ItemRows.Of(Thing?.Items ?? []);
        return Task.CompletedTask;
    }

    private Task<IActionResult> MoveRow(Guid? id, Input input, string move)
    {
        rows.Move(move);
        WantsMore = move == ItemRows.More;
        Keep(input);
        return OnGet(id);
    }
}
