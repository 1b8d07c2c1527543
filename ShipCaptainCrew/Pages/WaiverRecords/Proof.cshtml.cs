using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverRecords;

/// <summary>
/// The proof pack: one file that shows a signed waiver and checks itself wherever it is opened, without this server and
/// without a network. It wants a recent sign-in.
/// </summary>
[ResponseCache(NoStore = true), EnableRateLimiting(RateLimits.Export)]
public sealed class ProofPage(AppDbContext db, SignedWaivers waivers, PublicSeals seals, TimeProvider clock) : AppPage
{
    /// <summary>
    /// Letters beyond ASCII, and whatever means something in HTML, are escaped: nothing in it can end the script
    /// element.
    /// </summary>
    private static readonly JsonSerializerOptions Strict =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>What is shown beside the text, by its place in the record.</summary>
    private static readonly string[] Shown =
    [
        "operator.name", "event.title", "event.vessel", "event.local_date", "event.time_zone", "guest_name",
        "signer_name", "guardian_relationship", "email", "signed_at", "viewed_at",
        "time_zone", "language", "template.name", "template.version", "template.sha256", "consent_version",
        "reached_by.kind", "reached_by.mailed_to", "ip", "user_agent", "app_version",
    ];

    public WaiverContent Signed { get; private set; } = null!;

    public WaiverProof Proof { get; private set; } = null!;

    public string Json => JsonSerializer.Serialize(Proof, Strict);

    public async Task<IActionResult> OnGet(Guid id, Guid waiverId)
    {
        var (waiver, refusal) = await waivers.Read(Me, id, waiverId);
        if (refusal is not null) return StatusCode(refusal.Status());
        if (Lookups.Stale(Me, clock) is not null) return SignInAgain(Me.Pages.Charter(id).Waiver(waiverId));
        // What was erased or altered proves nothing; its page says why.
        if (waiver!.Content is not { } signed) return Redirect(Me.Pages.Charter(id).Waiver(waiverId));
        (Signed, Proof) = (signed, await WaiverProof.Of(db, seals, waiver.Record, Me));
        Response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue(
                "attachment") { FileName = $"waiver-{waiver.Record.Seq}-proof.html" }.ToString();
        return Page();
    }

    /// <summary>Name and value of each fact, exactly as the record has it.</summary>
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
