using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Everything needed to verify one signed waiver outside the app: its record, the records before and after it, the
/// public keys, and the log entries about it.
/// </summary>
public sealed record WaiverProof(
    ProofRecord Record, ProofRecord? Before, ProofRecord? After, IReadOnlyList<ProofEntry> Log)
{
    /// <summary>
    /// Viewers who may not see the origins of members' actions get only the guests' entries, because an entry can be
    /// verified only as a whole.
    /// </summary>
    public static async Task<WaiverProof> Of(AppDbContext db, PublicSeals seals, WaiverRecord record, Viewer viewer)
    {
        var neighbors = await db.Waivers.AsNoTracking()
            .Where(row => row.Seq == record.Seq - 1 || row.Seq == record.Seq + 1).ToListAsync();
        var subjects = new[] { record.Id, record.GuestId ?? record.Id };
        var isAll = viewer.May(Right.SeeOrigins);
        var log = await db.Log.AsNoTracking()
            .Where(entry => subjects.Contains(entry.SubjectId) && (isAll || entry.SessionId == null))
            .OrderBy(entry => entry.Seq).ToListAsync();
        return new(
            ProofRecord.Of(record, seals) with { Body = record.Body },
            neighbors.Find(row => row.Seq < record.Seq) is { } before ? ProofRecord.Of(before, seals) : null,
            neighbors.Find(row => row.Seq > record.Seq) is { } after ? ProofRecord.Of(after, seals) : null,
            [.. log.Select(ProofEntry.Of)]);
    }
}
