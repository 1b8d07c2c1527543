using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The manifest as CSV: the columns that the guest import reads, and each guest's whereabouts.</summary>
[EnableRateLimiting(RateLimits.Export)]
public sealed class ManifestCsvPage(AppDbContext db) : GuestListPage(db)
{
    private static readonly string[] Header =
        ["name", "email", "phone", "minor", "guardian_name", "waiver", "signed_by", "where"];

    public override async Task<IActionResult> OnGet(Guid id) =>
        await base.OnGet(id) is var page && page is not PageResult
            ? page
            : File(
                Csv.Of([Header, .. Manifest.Guests.Where(guest => guest.IsPlaced).Select(Row)]),
                "text/csv; charset=utf-8",
                string.Create(CultureInfo.InvariantCulture, $"manifest-{View.Charter.Date:yyyy-MM-dd}.csv"));

    private string?[] Row(Guest guest)
    {
        var seesContact = Me.May(Right.KeepGuests, View.Charter);
        return
        [
            guest.Name,
            seesContact ? guest.Email : null,
            seesContact ? guest.Phone : null,
            guest.IsMinor ? "yes" : "no",
            guest.GuardianName,
            guest.HasSigned ? "signed" : Manifest.SignsWaiver ? "unsigned" : "not_required",
            guest.HasSigned ? guest.SignerName ?? guest.Name : null, WireNames.Name(guest.Where),
        ];
    }
}
