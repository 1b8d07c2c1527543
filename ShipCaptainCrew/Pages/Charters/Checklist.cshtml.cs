using System.Text.Json.Nodes;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Doors;
using ShipCaptainCrew.Pages.Charters;

namespace ShipCaptainCrew.Pages;

/// <summary>A checklist over the whole screen, worked by several at once.</summary>
public sealed class ChecklistPage(ShipDb db, ChecklistActions checklists) : ShipPage
{
    public CharterSheet Sheet { get; private set; } = null!;

    public Checklist List { get; private set; } = null!;

    [BindProperty(Name = "hide", SupportsGet = true)]
    public string? Hide { get; set; }

    public bool HideDone => Hide == "done";

    /// <summary>What a tap would have undone unseen; its row asks.</summary>
    public Clash? Clash { get; private set; }

    /// <summary>The first row left to do; null for who only reads along.</summary>
    public string? NextToDo => Me.May(Right.WorkChecklist, Sheet.Charter) && List.Items.FirstOrDefault(item => item.State == ItemState.Pending) is { } next ? $"i{next.Id:N}" : null;

    public async Task<IActionResult> OnGet(Guid id, Guid list)
    {
        if (Request.IsHtmx() && await RevisionOf(id) is { } revision && HttpContext.IsFresh(Me, revision)) return new EmptyResult();
        if (!await Load(id, list)) return NotFound();
        return Request.IsHtmx() ? new Fragment<ChecklistBody>(new { Sheet, List, Viewer = Me, HideDone }) : Page();
    }

    /// <summary>One tap. A plain form goes back to its row; htmx gets the row as it is now.</summary>
    public async Task<IActionResult> OnPost(Guid id, Guid list, Guid item)
    {
        var form = await Request.ReadForm();
        var outcome = await checklists.Mark(Me, id, list, WishFor(item, form));
        if (outcome.Refusal is { Kind: RefusalKind.NotFound or RefusalKind.Forbidden } no) return StatusCode(no.Status());
        if (!await Load(id, list) || List.Items.FirstOrDefault(row => row.Id == item) is not { } marked) return NotFound();
        if (outcome.Refusal?.Code == "stale") Clash = form.Choice<ItemState>("state", null) is { } wish ? new(item, wish) : null;
        if (Request.IsHtmx()) return Answer(marked, outcome.Refusal);
        return outcome.Refusal is { } bad ? await Again(At(marked, bad), form, () => Task.FromResult<IActionResult>(Page())) : GoTo(AddressOf(marked));
    }

    private static Input WishFor(Guid item, Input form) => Input.Of(
        new() { ["items"] = new JsonArray(new JsonObject { ["id"] = item.ToString(), ["state"] = form.Given["state"]?.DeepClone(), ["version"] = form.Given["version"]?.DeepClone() }) },
        form.Once);

    private Fragment<ItemAnswer> Answer(ChecklistItem item, Refusal? refusal) => new(
        new
        {
            Sheet,
            List,
            Item = item,
            Action = Pages.Item(List.Id, item.Id),
            Clash = Clash?.Wish,
            Fault = Pages.NewDefect(item.Id),
        },
        refusal?.Status() ?? StatusCodes.Status200OK);

    /// <summary>The refusal with a way to the row it is about, which may be far down the page.</summary>
    private static Refusal At(ChecklistItem item, Refusal refusal) =>
        refusal with { Errors = new Dictionary<string, List<Words>> { [$"i{item.Id:N}"] = [new("{0}: {1}", item.Text, refusal.Says)] } };

    private CharterPages Pages => Me.Pages.Charter(Sheet.Charter.Id);

    private string AddressOf(ChecklistItem item) => $"{Pages.Checklist(List.Id)}{Request.QueryString}#i{item.Id:N}";

    private Task<long?> RevisionOf(Guid id) => db.Charters.Where(row => row.Id == id).Select(row => (long?)row.Revision).FirstOrDefaultAsync();

    private async Task<bool> Load(Guid id, Guid list)
    {
        var sheet = await CharterSheet.Load(db, Me, id);
        if (sheet?.Checklists.FirstOrDefault(row => row.Id == list) is not { } found) return false;
        (Sheet, List) = (sheet, found);
        return true;
    }
}

/// <summary>A wish that would undo what its maker has not seen.</summary>
public sealed record Clash(Guid ItemId, ItemState Wish);
