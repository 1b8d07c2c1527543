using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>Cancels a charter, with a reason that is emailed to its crew and contact.</summary>
public sealed class CancelCharterPage(AppDbContext db, CharterActions charters) : SingleCharterPage(db)
{
    /// <summary>Names of those who get the email: the assigned crew and the contact who booked.</summary>
    public IReadOnlyList<string> Mailed =>
    [
        .. View.Charter.Positions.Where(position => !position.IsOpen).OrderBy(position => position.Role)
            .Select(position => View.NameOf(position.MemberId)),
        .. View.Charter.Contact is { Email: { } address } contact ? [contact.Name ?? address] : Array.Empty<string>(),
    ];

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Cancel(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.RunLifecycle, View.Charter) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !View.Charter.AwaitsDeparture ? Redirect(Back)
        : null);
}
