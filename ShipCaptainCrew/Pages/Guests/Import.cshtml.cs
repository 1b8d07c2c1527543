using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>
/// Imports a pasted or uploaded guest list. The preview shows what each column holds and what becomes of each row; then
/// the rows are added together or not at all.
/// </summary>
public sealed class ImportGuestsPage(AppDbContext db, GuestActions guests) : GuestListPage(db)
{
    /// <summary>The parsed list; null before one is submitted.</summary>
    public GuestList? List { get; private set; }

    /// <summary>Why not all of the rows without questions fit; null if they do.</summary>
    public LocalizedText? TooMany { get; private set; }

    public string? Text { get; private set; }

    public bool HasPreview => List is { Refusal: null };

    protected override Right Needed => Right.KeepGuests;

    /// <summary>Whether a row with questions is to be added, unless the person says otherwise.</summary>
    public bool IsChosen(GuestLine line) =>
        Typed is null || !Typed.ContainsKey("rows")
            ? line.IsSuggested
            : ValuesOf(ImportChoices.RowsField, []).Contains(line.Line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Shows the preview. It changes nothing, so it does not redirect.</summary>
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        UploadedList.CheckEnding(Request, input);
        if (await OnGet(id) is var page && page is not PageResult) return page;
        Text = await FileText(input)
            ?? input.List("list", GuestActions.LongestList, required: "Paste a list, or choose a file.");
        var columns = ImportChoices.Columns(input);
        if (input.Refusal is { } invalid) return await Again(invalid, input, () => Task.FromResult(page));
        await LoadPreview(id, columns);
        return List!.Refusal is { } refusal ? await Again(refusal, input, () => Task.FromResult(page)) : page;
    }

    public async Task<IActionResult> OnPostAdd(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await guests.Import(Me, id, input);
        if (outcome.Refusal is not { } refusal) return GoTo($"{Me.Pages.Charter(id).Guests}?done=saved");
        Text = input.List("list", GuestActions.LongestList);
        return await Again(
            refusal, input, async () => await OnGet(id) is var page && Text is not null
                ? await WithPreview(id, ImportChoices.Columns(input), page) : page);
    }

    private async Task<IActionResult> WithPreview(Guid id, IReadOnlyList<GuestColumn>? columns, IActionResult page)
    {
        await LoadPreview(id, columns);
        return page;
    }

    private async Task LoadPreview(Guid id, IReadOnlyList<GuestColumn>? columns)
    {
        List = await guests.Preview(id, Text!, columns);
        TooMany = await guests.TooMany(View.Charter, List.Clear.Count());
    }

    private async Task<string?> FileText(Input input)
    {
        if (!Request.HasFormContentType || Request.Form.Files["file"] is not { Length: > 0 } file) return null;
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer);
        var bytes = buffer.ToArray();
        var text = GuestTable.Decode(bytes);
        if (!input.HasError("file") && FaultOf(bytes, text) is { } fault) input.Error("file", fault);
        return text;
    }

    private static LocalizedText? FaultOf(byte[] bytes, string text) =>
        GuestTable.IsWorkbook(bytes) ? UploadedList.Workbook
        : text.Length > GuestActions.LongestList
            ? new LocalizedText("You can add at most {0} guests at once.", InputLimits.ListItems)
        : text.Contains('\0') ? new LocalizedText("This has characters that cannot be shown.")
        : null;
}
