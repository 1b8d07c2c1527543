using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverRecords;

/// <summary>
/// The whole book as a table for a spreadsheet: who, when, for which charter, which text, and the hash. It wants a
/// recent sign-in.
/// </summary>
[ResponseCache(NoStore = true), EnableRateLimiting(RateLimits.Export)]
public sealed class WaiverRecordsCsvPage(WaiverArchive archive, TimeProvider clock, IStringLocalizer<Text> l) : AppPage
{
    private const int OneBatch = 500;

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepWaivers)) return Forbid();
        if (Lookups.Stale(Me, clock) is not null) return SignInAgain(Me.Pages.WaiverBook);
        List<IEnumerable<string?>> rows = [Head()];
        IReadOnlyList<SignedWaiver> batch;
        for (var done = 0; (batch = await archive.Look(WaiverSearch.All, done, OneBatch)).Count > 0; done += OneBatch)
        {
            rows.AddRange(batch.Select(Cells));
        }

        return File(Csv.Of(rows), "text/csv; charset=utf-8", "waivers.csv");
    }

    private IEnumerable<string?> Head() =>
        [l["Record"], l["Signed (UTC)"], l["Signer"], l["Guest"], l["Charter"], l["Vessel"], l["Day"], l["Text"],
            l["Version"], l["Kept until"], l["On hold"], l["State"], l["Hash"]];

    private IEnumerable<string?> Cells(SignedWaiver waiver)
    {
        var (record, signed) = (waiver.Record, waiver.Content);
        var state = waiver.IsAltered ? l["Altered"] : waiver.Erasure is null ? l["Signed"] : l["Erased by rule"];
        return
        [
            Plain(record.Seq), WireTime.Text(record.At),
            signed?.SignerName, signed?.GuestName, signed?.Event.Title, signed?.Event.Vessel,
            Plain(signed?.Event.LocalDate), signed?.Template.Name, Plain(signed?.Template.Version),
            Plain(waiver.Keeping?.RetainUntil), waiver.Keeping?.HoldReason, state,
            Convert.ToHexStringLower(record.Hash),
        ];
    }

    private static string Plain(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Plain(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
