using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>
/// What a crew prints to run a charter on paper: the manifest, phone numbers, blank checklists, and a paper waiver for
/// each guest who has not signed, with two to spare. Times are in the charter's time zone.
/// </summary>
[EnableRateLimiting(RateLimits.Export)]
public sealed class DayPackPage(AppDbContext db, TimeProvider clock) : PrintedManifestPage(db, clock)
{
    private const int SpareWaivers = 2;

    /// <summary>The person ashore who is called first; without a name and number if none is set.</summary>
    public Contact ShoreContact { get; private set; } = Contact.None;

    /// <summary>Owners and dispatchers, by name.</summary>
    public IReadOnlyList<Member> Office { get; private set; } = [];

    /// <summary>The waiver that guests sign; null if they sign none.</summary>
    public WaiverTemplate? Waiver { get; private set; }

    public WaiverText? WaiverText => Waiver?.TextIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>For whom a waiver is printed; null for a spare one.</summary>
    public IEnumerable<Guest?> Signers =>
        Waiver is null ? [] : [.. Manifest.Unsigned, .. Enumerable.Repeat<Guest?>(null, SpareWaivers)];

    /// <summary>The text for one guest, as sanitized HTML.</summary>
    public string TextFor(Guest? guest) => PaperWaiver.Text(
        WaiverText!, guest?.Name, View.Vessel.Name, View.Charter.Date, Operator);

    protected override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } forbidden) return forbidden;
        ShoreContact = (await Db.StandingOrders.AsNoTracking().FirstOrDefaultAsync())?.ShoreContact ?? Contact.None;
        Office = await Db.Office().AsNoTracking().OrderBy(member => member.Name).ToListAsync();
        Waiver = await Db.WaiverOf(View.Charter);
        return null;
    }
}
