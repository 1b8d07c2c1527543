using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The guest list on the dock: who is aboard, who has signed, and a button to board each guest.</summary>
public sealed class GuestsPage(AppDbContext db, GuestActions guests) : GuestListPage(db)
{
    public GuestFilter Filter => field ??= GuestFilter.Of(Request.Query, Now);

    protected override bool ShowsNotMailed => true;

    public override async Task<IActionResult> OnGet(Guid id)
    {
        var page = await base.OnGet(id);
        if (page is not PageResult) return page;
        if (RouteData.Values["guest"] is string guest && !Manifest.Guests.Any(row => row.Id == Guid.Parse(guest)))
            return NotFound();
        return Request.IsHtmx() ? Body(null) : page;
    }

    /// <summary>Marks where a guest is. A plain form is redirected to its row; htmx gets the updated row.</summary>
    public async Task<IActionResult> OnPost(Guid id, Guid guest)
    {
        var form = await Request.ReadForm();
        return await Answer(id, guest, form, await guests.Mark(Me, id, guest, form), Row);
    }

    /// <summary>Places a waiting guest on the list, or says which guest on the list they are.</summary>
    public async Task<IActionResult> OnPostPlace(Guid id, Guid guest)
    {
        var form = await Request.ReadForm();
        var outcome = await guests.Place(Me, id, guest, form);
        var shown = outcome.Refusal is null ? outcome.Id : guest;
        return await Answer(id, shown, form, outcome, (_, refusal) => Body(refusal));
    }

    /// <summary>Removes all who wait to be placed.</summary>
    public async Task<IActionResult> OnPostRemoveWaiting(Guid id)
    {
        var form = await Request.ReadForm();
        var outcome = await guests.RemoveWaiting(Me, id, form);
        if (outcome.Refusal is { } refusal && (!Request.IsHtmx() || refusal.Kind is not RefusalKind.Conflict))
            return await Again(refusal, form, () => base.OnGet(id));
        if (!Request.IsHtmx()) return GoTo(Filter.On($"{Me.Pages.Charter(id).Guests}?done=removed"));
        return await base.OnGet(id) is PageResult ? Body(outcome.Refusal) : NotFound();
    }

    private async Task<IActionResult> Answer(
        Guid id, Guid guestId, Input form, Outcome outcome, Func<Guest, Refusal?, IActionResult> fragment)
    {
        if (outcome.Refusal is { Kind: RefusalKind.NotFound or RefusalKind.Forbidden } refusal)
            return StatusCode(refusal.Status());
        if (!Request.IsHtmx())
        {
            return outcome.Refusal is { } refused
                ? await Again(refused, form, () => base.OnGet(id))
                : GoTo($"{Filter.On(Me.Pages.Charter(id).Guests)}#g{guestId:N}");
        }

        if (await base.OnGet(id) is not PageResult
            || Manifest.Guests.FirstOrDefault(row => row.Id == guestId) is not { } guest)
            return NotFound();
        return fragment(guest, outcome.Refusal);
    }

    private Fragment<GuestAnswer> Row(Guest guest, Refusal? refusal) =>
        new(new { View.Charter, Manifest, Guest = guest, Viewer = Me, Filter, Refusal = refusal }, StatusOf(refusal));

    private Fragment<GuestsBody> Body(Refusal? refusal) =>
        new(new { View, Manifest, Viewer = Me, Filter, Refusal = refusal }, StatusOf(refusal));

    private static int StatusOf(Refusal? refusal) => refusal?.Status() ?? StatusCodes.Status200OK;
}
