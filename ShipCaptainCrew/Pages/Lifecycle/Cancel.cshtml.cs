using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>Cancels a charter, with a reason that is emailed to its crew, its guests and its contact.</summary>
public sealed class CancelCharterPage(AppDbContext db, CharterActions charters, TimeProvider clock)
    : SingleCharterPage(db)
{
    /// <summary>Who is emailed; null if its planned end has passed.</summary>
    public NoticeRecipients? Recipients { get; private set; }

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Cancel(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Right.RunLifecycle, View.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        if (Refusal is null && !View.Charter.AwaitsDeparture) return Redirect(Back);
        if (View.Charter.TellsGuests(clock.GetUtcNow())) Recipients = await Db.NoticeRecipients(View.Charter);
        return null;
    }
}
