using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>What the owner orders once for all charters: reminders, grace, and whom to call ashore.</summary>
public sealed class OrdersPage(StandingOrdersActions orders) : ShipPage
{
    public StandingOrdersDetails Now { get; private set; } = StandingOrdersDetails.Usual;

    public string Hours => string.Join(", ", Now.ReminderHours);

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepOrders)) return StatusCode(StatusCodes.Status403Forbidden);
        Now = await orders.Now();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await orders.Change(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Home()}/orders?done=saved");
    }
}
