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
/// All waiver records as CSV: who signed which text, when and for which charter, and the hash. Needs a recent
/// sign-in.
/// </summary>
[ResponseCache(NoStore = true), EnableRateLimiting(RateLimits.Export)]
public sealed class WaiverRecordsCsvPage(
    WaiverArchive archive, TimeProvider clock, IStringLocalizer<Text> localizer) : AppPage
{
    private const int BatchSize = 500;

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepWaivers)) return Forbid();
        if (Lookups.Stale(Me, clock) is not null) return SignInAgain(Me.Pages.WaiverBook);
        List<IEnumerable<string?>> rows = [Header()];
        for (var before = long.MaxValue;
            await archive.Look(WaiverSearch.All, before, BatchSize) is { Count: > 0 } batch;
            before = batch[^1].Record.Seq)
        {
            rows.AddRange(batch.Select(Cells));
        }

        return File(Csv.Of(rows), "text/csv; charset=utf-8", "waivers.csv");
    }

    private IEnumerable<string?> Header() =>
    [
        localizer["Record"], localizer["Signed (UTC)"], localizer["Signer"], localizer["Guest"], localizer["Charter"],
        localizer["Vessel"], localizer["Day"], localizer["Text"], localizer["Version"], localizer["Kept until"],
        localizer["On hold"], localizer["State"], localizer["Hash"],
    ];

    private IEnumerable<string?> Cells(SignedWaiver waiver)
    {
        var (record, signed) = (waiver.Record, waiver.Content);
        var state = waiver.IsAltered ? localizer["Altered"]
            : waiver.Erasure is null ? localizer["Signed"]
            : localizer["Erased automatically"];
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

    private static string Plain(DateOnly? day) => day is { } date ? WireTime.Text(date) : "";
}
