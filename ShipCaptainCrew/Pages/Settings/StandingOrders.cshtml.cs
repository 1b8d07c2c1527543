using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Settings;

/// <summary>
/// The operator's settings for all charters: reminders, grace, the shore contact, and how long waivers are kept.
/// </summary>
public sealed class StandingOrdersPage(AppDbContext db, StandingOrdersActions orders) : AppPage
{
    public StandingOrdersDetails Now { get; private set; } = StandingOrdersDetails.Usual;

    public string Hours => string.Join(", ", Now.ReminderHours);

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepOrders)) return StatusCode(StatusCodes.Status403Forbidden);
        Now = await db.Orders();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await orders.Change(Me, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Orders}?done=saved");
    }
}
