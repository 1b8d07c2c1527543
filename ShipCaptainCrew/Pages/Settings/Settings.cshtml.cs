using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Settings;

/// <summary>
/// Everything that can differ between operators: name, time zone, home port, the sender of emails, and the standing
/// orders for all charters. Only owners. The former address of the standing orders leads here.
/// </summary>
public sealed class SettingsPage(AppDbContext db, SettingsActions settings, TimeProvider clock) : AppPage
{
    public OperatorDetails Operator { get; private set; } = null!;

    public StandingOrdersDetails Orders { get; private set; } = StandingOrdersDetails.Usual;

    public bool HasLogo { get; private set; }

    public string Hours => string.Join(", ", Orders.ReminderHours);

    /// <summary>The present time as pages and emails show it.</summary>
    public string Example => TimeText.Of(clock.GetUtcNow(), Me.Zone, TimeParts.DayAndTime);

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepOrders)) return StatusCode(StatusCodes.Status403Forbidden);
        if (HttpMethods.IsGet(Request.Method) && Request.Path != Me.Pages.Settings) return Redirect(Me.Pages.Settings);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == Me.OperatorId);
        (Operator, HasLogo) = (theOperator.Details, theOperator.Logo is not null);
        Orders = await db.Orders();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await settings.Change(Me, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Settings}?done=saved");
    }
}
