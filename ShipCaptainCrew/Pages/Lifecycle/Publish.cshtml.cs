using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>Publishes a draft to the crew.</summary>
public sealed class PublishPage(AppDbContext db, CharterActions charters) : SingleCharterPage(db)
{
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Publish(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Published);
    }

    protected override Task<IActionResult?> Prepare() =>
        Task.FromResult<IActionResult?>(Me.May(Right.PlanCharters) ? null : StatusCode(StatusCodes.Status403Forbidden));
}
