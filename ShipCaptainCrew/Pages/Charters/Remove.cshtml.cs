using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Takes a draft away for good, once confirmed. What the crew has seen is cancelled instead.</summary>
public sealed class RemoveDraftPage(ShipDb db, CharterActions charters) : CharterScreen(db)
{
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Discard(Me, id, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.PlanCharters) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && Sheet.Charter.Status != CharterStatus.Draft ? Redirect(Back)
        : null);
}
