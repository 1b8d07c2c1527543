using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Reads one signed waiver of a charter.</summary>
public sealed class SignedWaivers(AppDbContext db, PublicSeals seals)
{
    public async Task<(SignedWaiver? Waiver, Refusal? Refusal)> Read(Viewer viewer, Guid charterId, Guid waiverId)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == charterId);
        if (charter is null || !viewer.Sees(charter)) return (null, Refusal.NotFound());
        var record = await db.Waivers.AsNoTracking().FirstOrDefaultAsync(
            row => row.Id == waiverId && row.CharterId == charterId && row.Kind == RecordKind.Signed);
        if (record is null) return (null, Refusal.NotFound());
        if (viewer.MayNot(Right.SeeWaivers, charter) is { } refusal) return (null, refusal);
        var erasure = await db.Waivers.AsNoTracking().FirstOrDefaultAsync(row => row.Erases == record.Seq);
        var retention = await db.WaiverRetentions.AsNoTracking().FirstOrDefaultAsync(row => row.WaiverId == waiverId);
        return (SignedWaiver.Of(record, erasure, retention, seals), null);
    }
}
