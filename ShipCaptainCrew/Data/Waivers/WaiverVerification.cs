using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Data.Keeping;

namespace ShipCaptainCrew.Data.Waivers;

/// <summary>Whether every operator's waiver book holds what was signed: each record in its place in the chain, sealed, and missing nothing but what was erased by rule.</summary>
public static class WaiverVerification
{
    /// <summary>The first record that does not fit, in words; null where all do.</summary>
    public static string? Of(SqliteFile file, PublicSeals seals)
    {
        WaiverRecord? before = null;
        var erased = file.Rows("SELECT OperatorId, Erases FROM waivers WHERE Erases IS NOT NULL", row => (row.GetValue(0).ToString(), row.GetInt64(1))).ToHashSet();
        foreach (var (record, fault) in file.Rows($"SELECT {WaiverRecord.Columns} FROM waivers ORDER BY OperatorId, Seq", Read))
        {
            if (fault is not null) return fault;
            if (record.OperatorId != before?.OperatorId) before = null;
            if (record.Seq != (before?.Seq ?? 0) + 1) return $"Waivers of operator {record.OperatorId}: record {(before?.Seq ?? 0) + 1} is missing.";
            if (!record.Follows(before?.Hash ?? WaiverRecord.Genesis, seals)) return NotWritten(record.OperatorId, record.Seq);
            if (record.Body is null && !erased.Contains((record.OperatorId.ToString().ToUpperInvariant(), record.Seq))) return NotWritten(record.OperatorId, record.Seq);
            before = record;
        }

        return null;
    }

    /// <summary>Where each operator's book ends; written into every backup, so that a cut-off end shows.</summary>
    public static IReadOnlyList<ChainHead> Heads(SqliteFile file) =>
    [
        .. file.Rows(
            "SELECT OperatorId, max(Seq), Hash FROM waivers GROUP BY OperatorId ORDER BY OperatorId",
            row => new ChainHead(row.GetGuid(0), row.GetInt64(1), Convert.ToHexStringLower((byte[])row[2]))),
    ];

    /// <summary>What was tampered with may not even be readable.</summary>
    private static (WaiverRecord Record, string? Fault) Read(SqliteDataReader row)
    {
        try
        {
            return (WaiverRecord.From(row), null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or ArgumentException or InvalidOperationException)
        {
            return (null!, NotWritten(row[0], row[1]));
        }
    }

    private static string NotWritten(object operatorId, object seq) => $"Waivers of operator {operatorId}: record {seq} is not what was signed.";
}
