using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>A boat that does not come back: whom to call, what to say, and that somebody sees to it. For those aboard and the office.</summary>
public sealed class OverduePage(ShipDb db, OverdueActions overdue, TimeProvider clock) : ShipPage
{
    public OverdueSheet Sheet { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool MayTake => Me.May(Right.RunLifecycle, Sheet.Charter);

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await OverdueSheet.Load(db, id) is not { } sheet || !Me.Sees(sheet.Charter)) return NotFound();
        if (!Me.May(Right.SeeContact, sheet.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        Sheet = sheet;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await overdue.TakeInHand(Me, id, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Overdue);
    }
}
