using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>A signed waiver and whether it still is what was signed.</summary>
/// <param name="Content">What was signed; null where it was erased or altered.</param>
/// <param name="Erasure">The certificate of its erasure, where it was erased by rule.</param>
/// <param name="Keeping">How long it is kept; null where it was erased.</param>
public sealed record SignedWaiver(WaiverRecord Record, IntegrityCheck Soundness, WaiverContent? Content,
    ErasureCertificate? Erasure, WaiverRetention? Keeping)
{
    /// <summary>Loudly: its bytes are others than were signed, or they are gone without a certificate.</summary>
    public bool IsAltered => Soundness == IntegrityCheck.Altered || (Record.Body is null && Erasure is null);

    public static SignedWaiver Of(
        WaiverRecord record, WaiverRecord? erasure, WaiverRetention? retention, PublicSeals seals)
    {
        var standing = record.Check(seals);
        var content = record.Body is { } body && standing != IntegrityCheck.Altered ? WaiverContent.Read(body) : null;
        var certificate = erasure is { Body: { } words } && erasure.Check(seals) != IntegrityCheck.Altered
            ? ErasureCertificate.Read(words) : null;
        return new(record, standing, content, certificate, retention);
    }
}

/// <summary>Reading one signed waiver of a charter.</summary>
public sealed class SignedWaivers(AppDbContext db, PublicSeals seals)
{
    public async Task<(SignedWaiver? Waiver, Refusal? Refusal)> Read(Viewer viewer, Guid charterId, Guid waiverId)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == charterId);
        if (charter is null || !viewer.Sees(charter)) return (null, Refusal.NotFound());
        if (await db.Waivers.AsNoTracking()
            .FirstOrDefaultAsync(
                row => row.Id == waiverId && row.CharterId == charterId
                    && row.Kind == RecordKind.Signed) is not { } record)
            return (null, Refusal.NotFound());
        if (viewer.MayNot(Right.SeeWaivers, charter) is { } refusal) return (null, refusal);
        var erasure = await db.Waivers.AsNoTracking().FirstOrDefaultAsync(row => row.Erases == record.Seq);
        var retention = await db.WaiverRetentions.AsNoTracking().FirstOrDefaultAsync(row => row.WaiverId == waiverId);
        return (SignedWaiver.Of(record, erasure, retention, seals), null);
    }
}
