using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Overdue;

/// <summary>
/// An overdue charter: whom to call, what to tell the Coast Guard, and a way to acknowledge it. For the charter's crew
/// and the office.
/// </summary>
public sealed class OverduePage(AppDbContext db, OverdueActions overdue, TimeProvider clock) : AppPage
{
    public OverdueView View { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool MayAcknowledge => Me.May(Right.RunLifecycle, View.Charter);

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await OverdueView.Load(db, id) is not { } view || !Me.Sees(view.Charter)) return NotFound();
        if (!Me.May(Right.SeeContact, view.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await overdue.Acknowledge(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Overdue);
    }
}
