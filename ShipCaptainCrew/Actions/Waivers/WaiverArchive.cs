using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Searches and verifies all signed waivers of an operator, with a fixed number of queries.</summary>
public sealed class WaiverArchive(
    AppDbContext db, PublicSeals seals, StoragePaths storage, Backups backups, LostKeys lostKeys)
{
    /// <summary>Signed waivers, newest first.</summary>
    /// <param name="before">Only records with a lower sequence number.</param>
    public async Task<IReadOnlyList<SignedWaiver>> Look(WaiverSearch search, long before, int take)
    {
        var records = await Matching(search).AsNoTracking().Where(row => row.Seq < before)
            .OrderByDescending(row => row.Seq).Take(take).ToListAsync();
        var seqs = records.Where(row => row.Body is null).Select(row => (long?)row.Seq).ToList();
        var ids = records.Select(row => row.Id).ToList();
        var erasures = await db.Waivers.AsNoTracking().Where(row => seqs.Contains(row.Erases))
            .ToDictionaryAsync(row => row.Erases!.Value);
        var retentions = await db.WaiverRetentions.AsNoTracking().Where(row => ids.Contains(row.WaiverId))
            .ToDictionaryAsync(row => row.WaiverId);
        return
        [
            .. records.Select(row => SignedWaiver.Of(
                row, erasures.GetValueOrDefault(row.Seq), retentions.GetValueOrDefault(row.Id), seals)),
        ];
    }

    /// <summary>Verifies the whole hash chain, and compares its end with the newest backup.</summary>
    public WaiverFindings Check(Guid operatorId)
    {
        using var file = SqliteFile.Open(storage.Database);
        var findings = WaiverVerification.Of(file, seals, operatorId);
        var ends = backups.Newest()?.Waivers?.Where(head => head.Operator == operatorId) ?? [];
        return findings with
        {
            Fault = findings.Fault ?? HashChains.FirstMissing(file, HashChains.Waivers, ends),
            Unverified = WithBackup(findings),
        };
    }

    /// <summary>Adds where a missing key can be found.</summary>
    private string? WithBackup(WaiverFindings findings)
    {
        if (findings.MissingKey is not { } keyId) return null;
        lostKeys.Refresh();
        return lostKeys.BackupWith(keyId) is { } backup
            ? $"{findings.Unverified} The backup {backup} has it."
            : findings.Unverified;
    }

    /// <summary>The last record; null when nobody has signed yet.</summary>
    public Task<WaiverRecord?> Last() =>
        db.Waivers.AsNoTracking().OrderByDescending(row => row.Seq).FirstOrDefaultAsync();

    /// <summary>
    /// Each condition is a list of sequence numbers that indexes find, so that only records that match are read.
    /// </summary>
    private IQueryable<WaiverRecord> Matching(WaiverSearch search)
    {
        var signed = db.Waivers.Where(row => row.Kind == RecordKind.Signed);
        if (search.Day is { } day)
        {
            var charters = db.Charters.OnDates(day, day).Select(charter => charter.Id);
            var found = db.Waivers.Where(row => charters.Contains(row.CharterId)).Select(row => row.Seq);
            signed = signed.Where(row => found.Contains(row.Seq));
        }

        return SearchWord.WordsOf(search.Words ?? "").Select(WithWord)
            .Aggregate(signed, (left, found) => left.Where(row => found.Contains(row.Seq)));
    }

    /// <summary>Each word may be in a name on the list, on the waiver itself, or in the charter's title.</summary>
    private IQueryable<long> WithWord(string word)
    {
        var (guests, charters, waivers) = (db.WithWord(SearchKind.Guest, word), db.WithWord(SearchKind.Charter, word),
            db.WithWord(SearchKind.Waiver, word));
        var ofGuests = db.Guests.Where(guest => guests.Contains(guest.Id)).Select(guest => guest.WaiverId);
        return db.Waivers.Where(row => waivers.Contains(row.Id)).Select(row => row.Seq)
            .Concat(db.Waivers.Where(row => charters.Contains(row.CharterId)).Select(row => row.Seq))
            .Concat(db.Waivers.Where(row => ofGuests.Contains(row.Id)).Select(row => row.Seq));
    }
}
