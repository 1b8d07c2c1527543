using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverRecords;

/// <summary>
/// The proof pack: one HTML file that shows a signed waiver and verifies it offline, without this server. Downloading
/// it needs a recent sign-in.
/// </summary>
[ResponseCache(NoStore = true), EnableRateLimiting(RateLimits.Export)]
public sealed class ProofPage(
    AppDbContext db, SignedWaivers waivers, PublicSeals seals, LostKeys lostKeys, TimeProvider clock) : AppPage
{
    /// <summary>
    /// The default encoder escapes HTML and non-ASCII characters, so that no content can close the script
    /// element.
    /// </summary>
    private static readonly JsonSerializerOptions Escaped =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The fields shown beside the text, by their path in the record.</summary>
    private static readonly string[] Shown =
    [
        "operator.name", "event.title", "event.vessel", "event.local_date", "event.time_zone", "guest_name",
        "signer_name", "guardian_relationship", "email", "signed_at", "viewed_at",
        "time_zone", "language", "template.name", "template.version", "template.sha256", "consent_version",
        "reached_by.kind", "reached_by.mailed_to", "ip", "user_agent", "app_version",
    ];

    public WaiverContent Signed { get; private set; } = null!;

    public WaiverProof Proof { get; private set; } = null!;

    /// <summary>Whether the public key of the seal is not in the key folder.</summary>
    public bool IsKeyMissing => !seals.Has(Proof.Record.KeyId);

    /// <summary>The newest backup that has this record's key; null if none has it.</summary>
    public string? Backup => lostKeys.BackupWith(Proof.Record.KeyId);

    public string Json => JsonSerializer.Serialize(Proof, Escaped);

    public async Task<IActionResult> OnGet(Guid id, Guid waiverId)
    {
        var (waiver, refusal) = await waivers.Read(Me, id, waiverId);
        if (refusal is not null) return StatusCode(refusal.Status());
        if (Lookups.Stale(Me, clock) is not null) return SignInAgain(Me.Pages.Charter(id).Waiver(waiverId));
        // There is no proof of an erased or altered record; its page says why.
        if (waiver!.Content is not { } signed) return Redirect(Me.Pages.Charter(id).Waiver(waiverId));
        (Signed, Proof) = (signed, await WaiverProof.Of(db, seals, waiver.Record, Me));
        Response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue(
                "attachment") { FileName = $"waiver-{waiver.Record.Seq}-proof.html" }.ToString();
        return Page();
    }

    /// <summary>The path and value of each fact, exactly as recorded.</summary>
    public IEnumerable<(string Path, string Value)> Facts()
    {
        var record = JsonNode.Parse(Proof.Record.Body!)!;
        foreach (var path in Shown)
        {
            if (path.Split('.').Aggregate(record, (node, name) => node?[name]!) is { } value)
                yield return (path, value.ToString());
        }
    }
}
