using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Repeats a charter weekly: first the dates are looked at, then those that are chosen are made.</summary>
public sealed class RepeatPage(ShipDb db, SeriesReader reader, SeriesActions series) : CharterScreen(db)
{
    private Refusal? unreadable;

    public Series Series { get; private set; } = null!;

    /// <summary>A date offered for the first time is chosen; of those seen before, the ones that were left chosen.</summary>
    public bool IsChosen(SeriesDate date) =>
        !ValuesOf("offered", []).Contains(Key(date)) || ValuesOf("dates", []).Contains(Key(date));

    public static string Key(SeriesDate date) => $"{date.Plan.Date:yyyy-MM-dd}";

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        if (input.Has("preview")) return await Preview(id, input);
        if (!input.Has("dates")) input.Error("dates", "Look at the dates first, then create them.");
        var outcome = await series.Repeat(Me, id, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Right.PlanCharters)) return StatusCode(StatusCodes.Status403Forbidden);
        if (Refusal is null && Sheet.Charter.Status == CharterStatus.Cancelled) return Redirect(Back);
        var asked = Input.Of(Typed?.DeepClone().AsObject() ?? []);
        Series = await reader.Read(Me, Sheet.Charter, asked);
        unreadable = asked.Refusal;
        return null;
    }

    private async Task<IActionResult> Preview(Guid id, Input input)
    {
        Keep(input);
        var page = await OnGet(id);
        return unreadable is { } no ? await Again(no, input, () => OnGet(id)) : page;
    }
}
