using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Calls a charter off, with the reason that everyone aboard will read.</summary>
public sealed class CancelCharterPage(ShipDb db, CharterActions charters) : CharterScreen(db)
{
    /// <summary>Who gets the letter: everyone with a place, and whoever booked.</summary>
    public IReadOnlyList<string> Mailed =>
    [
        .. Sheet.Charter.Places.Where(place => !place.IsOpen).OrderBy(place => place.Role).Select(place => Sheet.NameOf(place.MemberId)),
        .. Sheet.Charter.Contact is { Email: { } address } contact ? [contact.Name ?? address] : Array.Empty<string>(),
    ];

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await charters.Cancel(Me, id, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.RunLifecycle, Sheet.Charter) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !Sheet.Charter.AwaitsDeparture ? Redirect(Back)
        : null);
}
