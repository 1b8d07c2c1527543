using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Series;

/// <summary>Repeats a charter weekly: previews the dates, then creates the chosen ones.</summary>
public sealed class NewSeriesPage(AppDbContext db, SeriesReader reader, SeriesActions series) : SingleCharterPage(db)
{
    private Refusal? inputRefusal;

    public SeriesPlan Series { get; private set; } = null!;

    /// <summary>Dates offered for the first time are chosen; others as they were submitted.</summary>
    public bool IsChosen(SeriesDate date) =>
        !ValuesOf("offered", []).Contains(Key(date)) || ValuesOf("dates", []).Contains(Key(date));

    public static string Key(SeriesDate date) => $"{date.Plan.Date:yyyy-MM-dd}";

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        if (input.Has("preview")) return await Preview(id, input);
        if (!input.Has("dates")) input.Error("dates", "Check the dates first, then create them.");
        var outcome = await series.Repeat(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Right.PlanCharters)) return StatusCode(StatusCodes.Status403Forbidden);
        if (Refusal is null && View.Charter.Status == CharterStatus.Cancelled) return Redirect(Back);
        var input = Input.Of(Typed?.DeepClone().AsObject() ?? []);
        Series = await reader.Read(Me, View.Charter, input);
        inputRefusal = input.Refusal;
        return null;
    }

    private async Task<IActionResult> Preview(Guid id, Input input)
    {
        Keep(input);
        var page = await OnGet(id);
        return inputRefusal is { } refusal ? await Again(refusal, input, () => OnGet(id)) : page;
    }
}
