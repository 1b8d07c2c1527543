using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// Whether a database holds what was written: the file, its references, the triggers that guard it, and every log
/// entry's and every signed waiver's place in its chain. A cut-off end leaves a shorter chain that is still whole; see
/// <see cref="HashChains"/>.
/// </summary>
public static class DatabaseVerification
{
    private const int Recent = 100;
    private const string Columns =
        "OperatorId, Seq, At, MemberId, Kind, SubjectId, CharterId, Facts, PreviousHash, Hash";

    /// <summary>The first thing that does not fit, in words for whoever runs the server; null where all does.</summary>
    public static string? Of(SqliteFile file, PublicSeals seals) =>
        OfFile(file) ?? OfLog(file) ?? OfWaivers(file, seals) ?? OfGuards(file);

    /// <summary>
    /// All but the triggers, which a migration broken off may have yet to make, and but for seals whose key is lost:
    /// such a ship is still worth backing up.
    /// </summary>
    public static string? OfContent(SqliteFile file, PublicSeals seals) =>
        OfFile(file) ?? OfLog(file) ?? WaiverVerification.Of(file, seals).Fault;

    public static string? OfWaivers(SqliteFile file, PublicSeals seals) => WaiverVerification.Of(file, seals).First;

    public static string? OfLog(SqliteFile file) =>
        Broken(file, $"SELECT {ColumnsOf(file)} FROM log ORDER BY OperatorId, Seq", fromStart: true);

    /// <summary>
    /// The guards, and the last hundred entries and records of each operator: quick enough for every start.
    /// </summary>
    public static string? OfRecent(SqliteFile file, PublicSeals seals) =>
        OfGuards(file) ?? OfRecentLog(file) ?? WaiverVerification.OfRecent(file, seals).Fault;

    /// <summary>
    /// A file from before it was kept from where something was done, as backups are and what a migration is about to
    /// change.
    /// </summary>
    private static string ColumnsOf(SqliteFile file) =>
        Columns
            + (file.Scalar<long>("SELECT count(*) FROM pragma_table_info('log') WHERE name = 'Address'") == 0
                ? ", NULL, NULL" : ", SessionId, Address");

    private static string? OfRecentLog(SqliteFile file) => Broken(file, $"""
        SELECT {ColumnsOf(file)} FROM log AS entry
        WHERE Seq > (SELECT max(Seq) FROM log WHERE OperatorId = entry.OperatorId) - {Recent} ORDER BY OperatorId, Seq
        """, fromStart: false);

    private static string? OfFile(SqliteFile file)
    {
        if (file.Scalar<long>("PRAGMA application_id") != SqliteFile.ApplicationId)
            return "This is no database of ShipCaptainCrew.";
        var check = file.Scalar<string>("PRAGMA integrity_check(1)");
        if (check != "ok") return $"The file is damaged: {check.ReplaceLineEndings(" ")}.";
        return file.Query("PRAGMA foreign_key_check",
            row => $"Row {row[1]} of {row.GetString(0)} refers to a row of {row.GetString(2)} that is not there.")
            .FirstOrDefault();
    }

    private static string? OfGuards(SqliteFile file)
    {
        var there = file.Query("SELECT name FROM sqlite_master WHERE type = 'trigger'", row => row.GetString(0))
            .ToHashSet();
        return GuardTriggers.Log.FirstOrDefault(name => !there.Contains(name)) is { } ofLog
            ? $"The log is unguarded: trigger {ofLog} is missing."
            : GuardTriggers.Waivers.FirstOrDefault(name => !there.Contains(name)) is { } ofWaivers
                ? $"The signed waivers are unguarded: trigger {ofWaivers} is missing."
            : null;
    }

    private static string? Broken(SqliteFile file, string sql, bool fromStart)
    {
        LogEntry? before = null;
        foreach (var entry in file.Query(sql, Read))
        {
            if (entry.Fault is not null) return entry.Fault;
            if (entry.Row.OperatorId != before?.OperatorId) before = null;
            if (!IsInPlace(entry.Row, before, fromStart)) return Named(entry.Row, before);
            before = entry.Row;
        }

        return null;
    }

    private static bool IsInPlace(LogEntry entry, LogEntry? before, bool fromStart) => before is null && !fromStart
        ? entry.Follows(entry.PreviousHash)
        : entry.Seq == (before?.Seq ?? 0) + 1 && entry.Follows(before?.Hash ?? LogEntry.Genesis);

    private static string Named(LogEntry entry, LogEntry? before) =>
        entry.Seq > (before?.Seq ?? 0) + 1 && entry.Follows(entry.PreviousHash)
        ? $"Log of operator {entry.OperatorId}: entry {(before?.Seq ?? 0) + 1} is missing."
        : $"Log of operator {entry.OperatorId}: entry {entry.Seq} is not what was written.";

    /// <summary>What was tampered with may not even be readable.</summary>
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
