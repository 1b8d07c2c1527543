using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Charters;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>
/// A page about the guests of one charter, for who may see them. It is kept nowhere: it may hold what they need.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class GuestListPage(AppDbContext db) : SingleCharterPage(db)
{
    public GuestManifest Manifest { get; private set; } = GuestManifest.Nobody;

    /// <summary>What one must be allowed to open it.</summary>
    protected virtual Right Needed => Right.SeeGuests;

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Needed, View.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        Manifest = await GuestManifests.Of(Db, View.Charter);
        return null;
    }
}
