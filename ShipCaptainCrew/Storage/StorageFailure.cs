using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace ShipCaptainCrew.Storage;

/// <summary>A failure of the disk or the database file, as opposed to a defect of this program.</summary>
/// <param name="IsFull">The disk is full: writes fail until somebody frees space.</param>
public sealed record StorageFailure(bool IsFull, TimeSpan RetryAfter, string Message)
{
    private static readonly HashSet<int> StorageErrorCodes =
        [SQLITE_PERM, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_CANTOPEN,
            SQLITE_PROTOCOL, SQLITE_NOTADB];

    /// <summary>The storage failure that caused this exception; null if it has another cause.</summary>
    public static StorageFailure? Of(Exception? failure) => failure switch
    {
        null => null,
        DiskFullException => Full(failure.Message),
        SqliteException { SqliteErrorCode: SQLITE_FULL } => Full(failure.Message),
        SqliteException sqlite when StorageErrorCodes.Contains(sqlite.SqliteErrorCode) =>
            new(false, TimeSpan.FromSeconds(5), sqlite.Message),
        TooBusyException => new(false, TimeSpan.FromSeconds(2), failure.Message),
        _ => Of(failure.InnerException),
    };

    private static StorageFailure Full(string message) => new(true, TimeSpan.FromSeconds(60), message);
}

/// <summary>The disk is full. Changes are refused until there is free space.</summary>
public sealed class DiskFullException() : Exception("The disk is full.");
