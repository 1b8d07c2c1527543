using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Has everybody aboard mailed what they owe.</summary>
public sealed class NudgePage(ShipDb db, CharterActions charters) : CharterScreen(db)
{
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Nudge(Me, id, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.AssignCrew, Sheet.Charter) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !Sheet.Charter.AwaitsDeparture ? Redirect(Back)
        : null);
}
