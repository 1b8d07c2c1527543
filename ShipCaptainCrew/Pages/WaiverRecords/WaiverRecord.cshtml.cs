using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.WaiverRecords;

/// <summary>A signed waiver with its hashes and seal, for the charter's captain and the office.</summary>
[ResponseCache(NoStore = true)]
public sealed class WaiverRecordPage(SignedWaivers waivers, PublicSeals seals, LostKeys lostKeys) : AppPage
{
    public SignedWaiver Waiver { get; private set; } = null!;

    public string? PublicKey => seals.Pem(Waiver.Record.KeyId);

    /// <summary>The newest backup that has this record's key; null if none has it.</summary>
    public string? Backup => lostKeys.BackupWith(Waiver.Record.KeyId);

    public async Task<IActionResult> OnGet(Guid id, Guid waiverId)
    {
        var (waiver, refusal) = await waivers.Read(Me, id, waiverId);
        if (refusal is not null) return StatusCode(refusal.Status());
        Waiver = waiver!;
        return Page();
    }
}
