using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Emails all assigned crew what they still have to do.</summary>
public sealed class NudgeCrewPage(AppDbContext db, CharterActions charters) : SingleCharterPage(db)
{
    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Nudge(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.AssignCrew, View.Charter) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !View.Charter.AwaitsDeparture ? Redirect(Back)
        : null);
}
