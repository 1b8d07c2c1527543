using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Shows a draft to the crew.</summary>
public sealed class PublishPage(ShipDb db, CharterActions charters) : CharterScreen(db)
{
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Publish(Me, id, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() =>
        Task.FromResult<IActionResult?>(Me.May(Right.PlanCharters) ? null : StatusCode(StatusCodes.Status403Forbidden));
}
