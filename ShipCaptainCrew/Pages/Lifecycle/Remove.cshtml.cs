using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>Deletes a draft after confirmation. Published charters are cancelled instead.</summary>
public sealed class RemoveDraftPage(AppDbContext db, CharterActions charters) : SingleCharterPage(db)
{
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Discard(Me, id, input);
        return outcome.Refusal is { } refusal ? await Again(refusal, input, () => OnGet(id)) : GoTo(Me.Pages.Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.PlanCharters) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && View.Charter.Status != CharterStatus.Draft ? Redirect(Back)
        : null);
}
