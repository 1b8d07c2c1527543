using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>Imports a pasted or uploaded guest list: a preview of each row, then all valid rows or none.</summary>
public sealed class ImportGuestsPage(AppDbContext db, GuestActions guests) : GuestListPage(db)
{
    /// <summary>The parsed list; null before one is submitted.</summary>
    public GuestList? List { get; private set; }

    /// <summary>Why not all of the guests fit; null if they do.</summary>
    public LocalizedText? TooMany { get; private set; }

    public string? Text { get; private set; }

    protected override Right Needed => Right.KeepGuests;

    /// <summary>Shows the preview. It changes nothing, so it does not redirect.</summary>
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        UploadedList.CheckEnding(Request, input);
        if (await OnGet(id) is var page && page is not PageResult) return page;
        Text = await FileText()
            ?? input.Text("list", max: GuestActions.LongestList, required: "Paste a list, or choose a file.");
        if (input.Refusal is { } invalid) return await Again(invalid, input, () => Task.FromResult(page));
        await LoadPreview(id);
        return List!.Refusal is { } refusal ? await Again(refusal, input, () => Task.FromResult(page)) : page;
    }

    public async Task<IActionResult> OnPostAdd(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await guests.Import(Me, id, input);
        if (outcome.Refusal is not { } refusal) return GoTo($"{Me.Pages.Charter(id).Guests}?done=saved");
        Text = input.Text("list", max: GuestActions.LongestList);
        return await Again(
            refusal, input,
            async () => await OnGet(id) is var page && Text is not null ? await WithPreview(id, page) : page);
    }

    private async Task<IActionResult> WithPreview(Guid id, IActionResult page)
    {
        await LoadPreview(id);
        return page;
    }

    private async Task LoadPreview(Guid id)
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
