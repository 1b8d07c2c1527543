using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// Verifies waiver records: each one follows the previous one in the chain, is sealed, and has its body unless an
/// erasure record accounts for it.
/// </summary>
public static class WaiverVerification
{
    private const int Recent = 100;
    private const string Order = "ORDER BY OperatorId, Seq";

    public static WaiverFindings Of(SqliteFile file, PublicSeals seals) => Walk(file, seals, Order, fromStart: true);

    /// <summary>Verifies one operator's records.</summary>
    public static WaiverFindings Of(SqliteFile file, PublicSeals seals, Guid operatorId) =>
        Walk(file, seals, $"WHERE OperatorId = '{StrictRow.Literal(operatorId)}' {Order}", fromStart: true);

    /// <summary>Verifies the last hundred records of each operator, which is fast enough for every start.</summary>
    public static WaiverFindings OfRecent(SqliteFile file, PublicSeals seals) => Walk(
        file, seals,
        $"AS record WHERE Seq > (SELECT max(Seq) FROM waivers WHERE OperatorId = record.OperatorId) - {Recent} {Order}",
        fromStart: false);

    /// <summary>The ids of the keys that sealed each operator's first record and the last hundred.</summary>
    public static IReadOnlyList<string> KeysOfRecent(SqliteFile file) => !file.HasTable(HashChains.Waivers) ? [] :
    [
        .. file.Query($"""
            SELECT DISTINCT KeyId FROM waivers AS record
            WHERE Seq = 1 OR Seq > (SELECT max(Seq) FROM waivers WHERE OperatorId = record.OperatorId) - {Recent}
            ORDER BY KeyId
            """, row => row.GetString(0)),
    ];

    private static WaiverFindings Walk(SqliteFile file, PublicSeals seals, string rows, bool fromStart)
    {
        var walk = new ChainWalk(seals, fromStart);
        // A backup from before waivers existed has no such table.
        if (!file.HasTable(HashChains.Waivers)) return walk.Findings();
        var fault = file.Query($"SELECT {WaiverRecord.Columns} FROM waivers {rows}", Read)
            .Select(read => read.Fault ?? walk.FaultOf(read.Record))
            .FirstOrDefault(found => found is not null);
        return walk.Findings(fault);
    }

    /// <summary>Reads a record; a row that cannot be read is a fault.</summary>
    private static (WaiverRecord Record, string? Fault) Read(SqliteDataReader row)
    {
        try
        {
            return (WaiverRecord.From(row), null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or ArgumentException
            or InvalidOperationException)
        {
            return (null!, ChainWalk.NotSigned(row[0], row[1]));
        }
    }

    /// <summary>Verifies the records in order, and remembers missing bodies until an erasure record is found.</summary>
    private sealed class ChainWalk(PublicSeals seals, bool fromStart)
    {
        private readonly HashSet<(Guid OperatorId, long Seq)> missingBodies = [];
        private WaiverRecord? previous;
        private WaiverRecord? unverified;
        private int records;

        public static string NotSigned(object operatorId, object seq) =>
            $"Waivers of operator {operatorId}: record {seq} is not what was signed.";

        public string? FaultOf(WaiverRecord record)
        {
            records++;
            if (record.OperatorId != previous?.OperatorId) previous = null;
            var check = record.CheckAfter(PreviousHash(record), seals);
            if (check == IntegrityCheck.Altered || !IsNext(record)) return Describe(record);
            if (check == IntegrityCheck.KeyMissing) unverified ??= record;
            if (record.Body is null) missingBodies.Add((record.OperatorId, record.Seq));
            if (record.Erases is { } erased) missingBodies.Remove((record.OperatorId, erased));
            previous = record;
            return null;
        }

        public WaiverFindings Findings(string? fault = null) =>
            new(fault ?? FirstMissingBody(), unverified is null ? null : MissingKey(unverified), records)
            {
                MissingKey = unverified?.KeyId,
            };

        private string? FirstMissingBody() =>
            missingBodies.Order().Select(record => NotSigned(record.OperatorId, record.Seq)).FirstOrDefault();

        private static string MissingKey(WaiverRecord record) =>
            $"Waivers of operator {record.OperatorId}: record {record.Seq} was sealed with key {record.KeyId}, "
            + $"and {PublicSeals.FileOf(record.KeyId)} is not in the key folder.";

        private byte[] PreviousHash(WaiverRecord record) =>
            previous?.Hash ?? (fromStart ? WaiverRecord.Genesis : record.PreviousHash);

        private bool IsNext(WaiverRecord record) =>
            previous is null && !fromStart ? record.Seq > 0 : record.Seq == (previous?.Seq ?? 0) + 1;

        /// <summary>If the record itself is intact but its number is too high, a record before it is missing.</summary>
        private string Describe(WaiverRecord record)
        {
            var expected = (previous?.Seq ?? 0) + 1;
            return record.Seq > expected && record.Check(seals) != IntegrityCheck.Altered
                ? $"Waivers of operator {record.OperatorId}: record {expected} is missing."
                : NotSigned(record.OperatorId, record.Seq);
        }
    }
}
