using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Charters;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>A page about the guests of one charter. It is never cached, since it may show medical needs.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class GuestListPage(AppDbContext db) : SingleCharterPage(db)
{
    public GuestManifest Manifest { get; private set; } = GuestManifest.Nobody;

    /// <summary>The right needed to open the page.</summary>
    protected virtual Right Needed => Right.SeeGuests;

    /// <summary>Whether the page says which guests were not mailed, to those who keep the list.</summary>
    protected virtual bool ShowsNotMailed => false;

    protected DateTimeOffset Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Needed, View.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        Manifest = await GuestManifests.Of(Db, View.Charter);
        if (ShowsNotMailed && Me.May(Right.KeepGuests, View.Charter))
            Manifest = Manifest with { NotMailed = await UnmailedGuests.Of(Db, View.Charter, Manifest, Now) };
        return null;
    }
}
