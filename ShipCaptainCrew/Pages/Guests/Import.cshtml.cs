using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>A list of guests pasted or chosen: first looked at row by row, then added whole or not at all.</summary>
public sealed class ImportGuestsPage(AppDbContext db, GuestActions guests) : GuestListPage(db)
{
    /// <summary>What the list would bring; null before there is one.</summary>
    public GuestList? List { get; private set; }

    /// <summary>Why there is no room for all of it.</summary>
    public LocalizedText? TooMany { get; private set; }

    public string? Text { get; private set; }

    protected override Right Needed => Right.KeepGuests;

    /// <summary>Looking changes nothing, so there is nothing to redirect to.</summary>
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        if (await OnGet(id) is var page && page is not PageResult) return page;
        Text = await FileText()
            ?? input.Text("list", max: GuestActions.LongestList, required: "Paste a list, or choose a file.");
        if (input.Refusal is { } bad) return await Again(bad, input, () => Task.FromResult(page));
        await Look(id);
        return List!.Refusal is { } refusal ? await Again(refusal, input, () => Task.FromResult(page)) : page;
    }

    public async Task<IActionResult> OnPostAdd(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await guests.Import(Me, id, input);
        if (outcome.Refusal is not { } refusal) return GoTo($"{Me.Pages.Charter(id).Guests}?done=saved");
        Text = input.Text("list", max: GuestActions.LongestList);
        return await Again(
            refusal, input, async () => await OnGet(id) is var page && Text is not null ? await Shown(id, page) : page);
    }

    private async Task<IActionResult> Shown(Guid id, IActionResult page)
    {
        await Look(id);
        return page;
    }

    private async Task Look(Guid id)
    {
        List = await guests.Preview(id, Text!);
        TooMany = await guests.TooMany(View.Charter, List.Good.Count);
    }

    private async Task<string?> FileText()
    {
        if (!Request.HasFormContentType || Request.Form.Files["file"] is not { Length: > 0 } file) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return GuestList.Decode(bytes.ToArray());
    }
}
