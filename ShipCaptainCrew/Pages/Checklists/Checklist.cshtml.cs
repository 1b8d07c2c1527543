using Htmx;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Pages.Checklists;

/// <summary>A full-screen checklist that several people can work on at once.</summary>
[KeptAnswer(Charter = "id")]
public sealed class ChecklistPage(AppDbContext db, ChecklistActions checklists) : AppPage
{
    public CharterView View { get; private set; } = null!;

    public Checklist List { get; private set; } = null!;

    [BindProperty(Name = "hide", SupportsGet = true)]
    public string? Hide { get; set; }

    public bool HideDone => Hide == "done";

    /// <summary>The conflict of a refused post, shown in its row.</summary>
    public Clash? Clash { get; private set; }

    /// <summary>The rows that are one short line. A refresh names those that were when the page was loaded.</summary>
    public CollapsedRows Collapsed => Request.Query.TryGetValue("seen", out var seen) && Request.IsHtmx()
        ? CollapsedRows.Parse(seen.ToString())
        : CollapsedRows.Of(List);

    public async Task<IActionResult> OnGet(Guid id, Guid list)
    {
        if (!await Load(id, list)) return NotFound();
        return Request.IsHtmx()
            ? new Fragment<ChecklistBody>(new { View, List, Viewer = Me, Collapsed, HideDone })
            : Page();
    }

    /// <summary>Sets one item's state. A plain form is redirected to its row; htmx gets the updated row.</summary>
    public async Task<IActionResult> OnPost(Guid id, Guid list, Guid item)
    {
        var form = await Request.ReadForm();
        var (outcome, saved) = await checklists.MarkItem(Me, id, list, item, form);
        if (outcome.Refusal is { Kind: RefusalKind.NotFound or RefusalKind.Forbidden } refusal)
            return StatusCode(refusal.Status());
        if (outcome.Refusal?.Code == Checklist.StaleChange && form.Choice<ItemState>("state", null) is { } requested)
        {
            Clash = new(item, requested);
        }

        if (Request.IsHtmx()) return await Answer(id, list, item, form, saved, outcome.Refusal);
        if (outcome.Refusal is { } error) return await ShowAgain(id, list, item, error, form);
        return GoTo(AddressOf(id, list, item));
    }

    /// <summary>The row, the progress bar and the foot as saved.</summary>
    private async Task<IActionResult> Answer(
        Guid id, Guid list, Guid item, Input form, SavedChecklist? saved, Refusal? refusal)
    {
        var marked = saved is null
            ? await MarkedItem.Load(db, Me, id, list, item) : await MarkedItem.Of(db, Me, saved, item);
        if (marked is null) return NotFound();
        return new Fragment<ItemAnswer>(
            new { Marked = marked, Viewer = Me, Clash = Clash?.Requested, Was = form.Flag("was", current: false) },
            refusal?.Status() ?? StatusCodes.Status200OK);
    }

    /// <summary>The whole page, with the refusal linked to the row.</summary>
    private async Task<IActionResult> ShowAgain(Guid id, Guid list, Guid item, Refusal refusal, Input form) =>
        await Load(id, list) && List.Items.FirstOrDefault(row => row.Id == item) is { } refused
            ? await Again(At(refused, refusal), form, () => Task.FromResult<IActionResult>(Page()))
            : NotFound();

    /// <summary>The refusal as an error of the row, so that the error summary links to it.</summary>
    private static Refusal At(ChecklistItem item, Refusal refusal) =>
        refusal with
        {
            Errors = new Dictionary<string, List<LocalizedText>>
            {
                [$"i{item.Id:N}"] = [new("{0}: {1}", item.Text, refusal.Message)],
            },
        };

    private string AddressOf(Guid id, Guid list, Guid item) =>
        $"{Me.Pages.Charter(id).Checklist(list)}{Request.QueryString}#i{item:N}";

    private async Task<bool> Load(Guid id, Guid list)
    {
        var view = await CharterView.Load(db, Me, id);
        if (view?.Checklists.FirstOrDefault(row => row.Id == list) is not { } found) return false;
        (View, List) = (view, found);
        return true;
    }
}
