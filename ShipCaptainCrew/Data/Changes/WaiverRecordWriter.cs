using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>
/// Appends waiver records of an operator. Use only inside a change, which is the only writer at that time.
/// </summary>
public sealed class WaiverRecordWriter(AppDbContext db, Seal seal, PublicSeals seals)
{
    /// <summary>Adds the record of a signed waiver.</summary>
    public async Task<WaiverRecord> Append(WaiverContent content, CancellationToken cancel = default) =>
        await Append(
            (seq, previous) => new(
                db.OperatorId, seq, content.WaiverId, RecordKind.Signed, content.Event.Id, content.GuestId, null,
                content.SignedAt, content.ToBytes(), previous, seal),
            cancel);

    /// <summary>
    /// Erases the body of a tracked record and adds a certificate of the erasure. An altered record is not erased,
    /// because it is evidence of the alteration.
    /// </summary>
    /// <returns>Whether it was erased.</returns>
    public async Task<bool> Erase(
        WaiverRecord record, DateOnly retainUntil, DateTimeOffset at, CancellationToken cancel = default)
    {
        if (record is not { Kind: RecordKind.Signed, Body: not null } || record.Check(seals) == IntegrityCheck.Altered)
            return false;
        var certificate = new ErasureCertificate
        {
            ErasedSeq = record.Seq,
            WaiverId = record.Id,
            Rule = ErasureCertificate.PastRetention,
            RetainUntil = retainUntil,
            BodySha256 = Convert.ToHexStringLower(record.BodyHash),
            ErasedAt = at,
        };
        await Append(
            (seq, previous) => new(
                db.OperatorId, seq, Guid.CreateVersion7(), RecordKind.Erased, record.CharterId, record.GuestId,
                record.Seq, at, certificate.ToBytes(), previous, seal),
            cancel);
        await db.SaveChangesAsync(cancel);
        record.Erase();
        return true;
    }

    private async Task<WaiverRecord> Append(Func<long, byte[], WaiverRecord> make, CancellationToken cancel)
    {
        var last = db.ChangeTracker.Entries<WaiverRecord>().Where(entry => entry.State == EntityState.Added)
            .Select(entry => entry.Entity).MaxBy(entry => entry.Seq)
            ?? await db.Set<WaiverRecord>().AsNoTracking().OrderByDescending(row => row.Seq)
                .FirstOrDefaultAsync(cancel);
        var record = make((last?.Seq ?? 0) + 1, last?.Hash ?? WaiverRecord.Genesis);
        db.Add(record);
        return record;
    }
}
