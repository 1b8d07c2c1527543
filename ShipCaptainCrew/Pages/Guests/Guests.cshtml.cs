using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>Who sails as a guest, whether they have signed, and taking them aboard by a tap.</summary>
public sealed class GuestsPage(AppDbContext db, GuestActions guests) : GuestListPage(db)
{
    public override async Task<IActionResult> OnGet(Guid id)
    {
        var page = await base.OnGet(id);
        if (page is not PageResult) return page;
        if (RouteData.Values["guest"] is string guest && !Manifest.Guests.Any(row => row.Id == Guid.Parse(guest)))
            return NotFound();
        return Request.IsHtmx() ? Body(null) : page;
    }

    /// <summary>One tap. A plain form goes back to its row; htmx gets the row as it is now.</summary>
    public async Task<IActionResult> OnPost(Guid id, Guid guest)
    {
        var form = await Request.ReadForm();
        return await Answer(id, guest, form, await guests.Mark(Me, id, guest, form), Row);
    }

    /// <summary>A walk-up goes onto the list.</summary>
    public async Task<IActionResult> OnPostPlace(Guid id, Guid guest)
    {
        var form = await Request.ReadForm();
        return await Answer(id, guest, form, await guests.Place(Me, id, guest, form), (_, refusal) => Body(refusal));
    }

    private async Task<IActionResult> Answer(
        Guid id, Guid guestId, Input form, Outcome outcome, Func<Guest, Refusal?, IActionResult> part)
    {
        if (outcome.Refusal is { Kind: RefusalKind.NotFound or RefusalKind.Forbidden } refusal)
            return StatusCode(refusal.Status());
        if (!Request.IsHtmx())
        {
            return outcome.Refusal is { } bad
                ? await Again(bad, form, () => base.OnGet(id))
                : GoTo(Me.Pages.Charter(id).GuestOnList(guestId));
        }

        if (await base.OnGet(id) is not PageResult
            || Manifest.Guests.FirstOrDefault(row => row.Id == guestId) is not { } guest)
            return NotFound();
        return part(guest, outcome.Refusal);
    }

    private Fragment<GuestAnswer> Row(Guest guest, Refusal? refusal) =>
        new(new { View.Charter, Manifest, Guest = guest, Viewer = Me, Refusal = refusal }, StatusOf(refusal));

    private Fragment<GuestsBody> Body(Refusal? refusal) =>
        new(new { View, Manifest, Viewer = Me, Refusal = refusal }, StatusOf(refusal));

    private static int StatusOf(Refusal? refusal) => refusal?.Status() ?? StatusCodes.Status200OK;
}
