using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>A signed waiver and whether it still is what was signed.</summary>
/// <param name="Content">What was signed; null where it was erased or altered.</param>
/// <param name="Erasure">The certificate of its erasure, where it was erased by rule.</param>
/// <param name="Keeping">How long it is kept; null where it was erased.</param>
public sealed record SignedWaiver(WaiverRecord Record, Soundness Soundness, WaiverContent? Content, ErasureCertificate? Erasure, WaiverKeeping? Keeping)
{
    /// <summary>Loudly: its bytes are others than were signed, or they are gone without a certificate.</summary>
    public bool IsAltered => Soundness == Soundness.Altered || (Record.Body is null && Erasure is null);

    public static SignedWaiver Of(WaiverRecord record, WaiverRecord? erasure, WaiverKeeping? keeping, PublicSeals seals)
    {
        var standing = record.Stands(seals);
        var content = record.Body is { } body && standing != Soundness.Altered ? WaiverContent.Read(body) : null;
        var certificate = erasure is { Body: { } words } && erasure.Stands(seals) != Soundness.Altered ? ErasureCertificate.Read(words) : null;
        return new(record, standing, content, certificate, keeping);
    }
}

/// <summary>Reading one signed waiver of a charter.</summary>
public sealed class SignedWaivers(ShipDb db, PublicSeals seals)
{
    public async Task<(SignedWaiver? Waiver, Refusal? Refusal)> Read(Viewer viewer, Guid charterId, Guid waiverId)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == charterId);
        if (charter is null || !viewer.Sees(charter)) return (null, Refusal.NotFound());
        if (await db.Waivers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == waiverId && row.CharterId == charterId && row.Kind == RecordKind.Signed) is not { } record)
            return (null, Refusal.NotFound());
        if (viewer.MayNot(Right.SeeWaivers, charter) is { } no) return (null, no);
        var erasure = await db.Waivers.AsNoTracking().FirstOrDefaultAsync(row => row.Erases == record.Seq);
        var keeping = await db.WaiverKeepings.AsNoTracking().FirstOrDefaultAsync(row => row.WaiverId == waiverId);
        return (SignedWaiver.Of(record, erasure, keeping, seals), null);
    }
}
