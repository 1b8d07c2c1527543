using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// Verifies a database: the file, its foreign keys, the triggers that protect it, and the hash chains of the audit logs
/// and of the signed waivers. A chain cut off at its end still verifies; see <see cref="HashChains"/>.
/// </summary>
public static class DatabaseVerification
{
    private const int Recent = 100;
    private const string Columns =
        "OperatorId, Seq, At, MemberId, Kind, SubjectId, CharterId, Facts, PreviousHash, Hash";

    /// <summary>Describes the first fault for an administrator; null if there is none.</summary>
    public static string? Of(SqliteFile file, PublicSeals seals) =>
        OfFile(file) ?? OfLog(file) ?? OfWaivers(file, seals) ?? OfTriggers(file);

    /// <summary>
    /// Verifies all but the triggers, which an interrupted migration may not have created yet, and the seals whose key
    /// is missing. Such a database can still be backed up.
    /// </summary>
    public static string? OfContent(SqliteFile file, PublicSeals seals) =>
        OfFile(file) ?? OfLog(file) ?? WaiverVerification.Of(file, seals).Fault;

    public static string? OfWaivers(SqliteFile file, PublicSeals seals) => WaiverVerification.Of(file, seals).First;

    public static string? OfLog(SqliteFile file) =>
        FirstFault(file, $"SELECT {ColumnsOf(file)} FROM log ORDER BY OperatorId, Seq", fromStart: true);

    /// <summary>
    /// Verifies the triggers and the last hundred entries and records of each operator, which is fast enough for every
    /// start.
    /// </summary>
    public static string? OfRecent(SqliteFile file, PublicSeals seals) =>
        OfTriggers(file) ?? OfRecentLog(file) ?? WaiverVerification.OfRecent(file, seals).Fault;

    /// <summary>
    /// The columns of a log entry. Files from before the log had sessions and addresses, such as old backups, get NULL.
    /// </summary>
    private static string ColumnsOf(SqliteFile file) =>
        file.Scalar<long>("SELECT count(*) FROM pragma_table_info('log') WHERE name = 'Address'") == 0
            ? $"{Columns}, NULL, NULL"
            : $"{Columns}, SessionId, Address";

    private static string? OfRecentLog(SqliteFile file) => FirstFault(file, $"""
        SELECT {ColumnsOf(file)} FROM log AS entry
        WHERE Seq > (SELECT max(Seq) FROM log WHERE OperatorId = entry.OperatorId) - {Recent} ORDER BY OperatorId, Seq
        """, fromStart: false);

    private static string? OfFile(SqliteFile file)
    {
        if (file.Scalar<long>("PRAGMA application_id") != SqliteFile.ApplicationId)
            return "This is not a ShipCaptainCrew database.";
        var check = file.Scalar<string>("PRAGMA integrity_check(1)");
        if (check != "ok") return $"The file is damaged: {check.ReplaceLineEndings(" ")}.";
        return file.Query("PRAGMA foreign_key_check",
            row => $"Row {row[1]} of {row.GetString(0)} refers to a missing row of {row.GetString(2)}.")
            .FirstOrDefault();
    }

    private static string? OfTriggers(SqliteFile file)
    {
        var existing = file.Query("SELECT name FROM sqlite_master WHERE type = 'trigger'", row => row.GetString(0))
            .ToHashSet();
        return GuardTriggers.Log.FirstOrDefault(name => !existing.Contains(name)) is { } logTrigger
            ? $"The log is not protected: trigger {logTrigger} is missing."
            : GuardTriggers.Waivers.FirstOrDefault(name => !existing.Contains(name)) is { } waiverTrigger
                ? $"The signed waivers are not protected: trigger {waiverTrigger} is missing."
                : null;
    }

    private static string? FirstFault(SqliteFile file, string sql, bool fromStart)
    {
        LogEntry? previous = null;
        foreach (var entry in file.Query(sql, Read))
        {
            if (entry.Fault is not null) return entry.Fault;
            if (entry.Row.OperatorId != previous?.OperatorId) previous = null;
            if (!IsInPlace(entry.Row, previous, fromStart)) return Describe(entry.Row, previous);
            previous = entry.Row;
        }

        return null;
    }

    private static bool IsInPlace(LogEntry entry, LogEntry? previous, bool fromStart) => previous is null && !fromStart
        ? entry.Follows(entry.PreviousHash)
        : entry.Seq == (previous?.Seq ?? 0) + 1 && entry.Follows(previous?.Hash ?? LogEntry.Genesis);

    private static string Describe(LogEntry entry, LogEntry? previous) =>
        entry.Seq > (previous?.Seq ?? 0) + 1 && entry.Follows(entry.PreviousHash)
            ? $"Log of operator {entry.OperatorId}: entry {(previous?.Seq ?? 0) + 1} is missing."
            : $"Log of operator {entry.OperatorId}: entry {entry.Seq} is not what was written.";

    /// <summary>Reads an entry; a row that cannot be read is a fault.</summary>
    private static (LogEntry Row, string? Fault) Read(SqliteDataReader row)
    {
        try
        {
            return (LogEntry.From(row), null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or ArgumentException
            or InvalidOperationException)
        {
            return (null!, $"Log of operator {row[0]}: entry {row[1]} is not what was written.");
        }
    }
}
