using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>What a look through waiver books found.</summary>
/// <param name="Fault">The first record that is not what was signed, in words; null where all are.</param>
/// <param name="Unproved">The first record whose seal cannot be checked because its public key is not here; its hashes
/// fit.</param>
/// <param name="Records">How many were looked at.</param>
public sealed record WaiverFindings(string? Fault, string? Unproved, int Records)
{
    public string? First => Fault ?? Unproved;
}

/// <summary>
/// Whether waiver books hold what was signed: each record in its place in the chain, sealed, and missing nothing but
/// what was erased by rule.
/// </summary>
public static class WaiverVerification
{
    private const int Recent = 100;
    private const string Order = "ORDER BY OperatorId, Seq";

    public static WaiverFindings Of(SqliteFile file, PublicSeals seals) => Walk(file, seals, Order, fromStart: true);

    /// <summary>One operator's book.</summary>
    public static WaiverFindings Of(SqliteFile file, PublicSeals seals, Guid operatorId) =>
        Walk(file, seals, $"WHERE OperatorId = '{StrictRow.Literal(operatorId)}' {Order}", fromStart: true);

    /// <summary>The last hundred records of each operator: quick enough for every start.</summary>
    public static WaiverFindings OfRecent(SqliteFile file, PublicSeals seals) => Walk(
        file, seals,
        $"AS record WHERE Seq > (SELECT max(Seq) FROM waivers WHERE OperatorId = record.OperatorId) - {Recent} {Order}",
        fromStart: false);

    private static WaiverFindings Walk(SqliteFile file, PublicSeals seals, string rows, bool fromStart)
    {
        var walk = new Walking(seals, fromStart);
        // A backup of before there were waivers has no such table.
        if (!file.HasTable(ShipCaptainCrew.Evidence.HashChains.Waivers)) return walk.Findings();
        var fault = file.Query($"SELECT {WaiverRecord.Columns} FROM waivers {rows}", Read)
            .Select(read => read.Fault ?? walk.FaultOf(read.Record)).FirstOrDefault(found => found is not null);
        return walk.Findings(fault);
    }

    /// <summary>What was tampered with may not even be readable.</summary>
    private static (WaiverRecord Record, string? Fault) Read(SqliteDataReader row)
    {
        try
        {
            return (WaiverRecord.From(row), null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or ArgumentException
            or InvalidOperationException)
        {
            return (null!, Walking.NotSigned(row[0], row[1]));
        }
    }

    /// <summary>Goes from record to record and remembers what only a later one can explain.</summary>
    private sealed class Walking(PublicSeals seals, bool fromStart)
    {
        private readonly HashSet<(Guid, long)> bodiless = [];
        private WaiverRecord? before;
        private string? unproved;
        private int records;

        public static string NotSigned(object operatorId, object seq) =>
            $"Waivers of operator {operatorId}: record {seq} is not what was signed.";

        public string? FaultOf(WaiverRecord record)
        {
            records++;
            if (record.OperatorId != before?.OperatorId) before = null;
            var standing = record.StandsAfter(Previous(record), seals);
            if (standing == IntegrityCheck.Altered || !IsNext(record)) return Named(record);
            if (standing == IntegrityCheck.KeyMissing)
                unproved ??= $"Waivers of operator {record.OperatorId}: record {record.Seq} was sealed with key {record.KeyId}, and {PublicSeals.FileOf(
                    record.KeyId)} is not in the key folder.";
            if (record.Body is null) bodiless.Add((record.OperatorId, record.Seq));
            if (record.Erases is { } erased) bodiless.Remove((record.OperatorId, erased));
            before = record;
            return null;
        }

        public WaiverFindings Findings(string? fault = null) =>
            new(
                fault
                    ?? (bodiless.Count == 0
                        ? null : bodiless.Order().Select(place => NotSigned(place.Item1, place.Item2)).First()),
                unproved, records);

        private byte[] Previous(WaiverRecord record) =>
            before?.Hash ?? (fromStart ? WaiverRecord.Genesis : record.PreviousHash);

        private bool IsNext(WaiverRecord record) =>
            before is null && !fromStart ? record.Seq > 0 : record.Seq == (before?.Seq ?? 0) + 1;

        /// <summary>A record that is whole by itself but comes too early says that one before it is gone.</summary>
        private string Named(WaiverRecord record)
        {
            var expected = (before?.Seq ?? 0) + 1;
            return record.Seq > expected && record.Stands(seals) != IntegrityCheck.Altered
                ? $"Waivers of operator {record.OperatorId}: record {expected} is missing."
                : NotSigned(record.OperatorId, record.Seq);
        }
    }
}
