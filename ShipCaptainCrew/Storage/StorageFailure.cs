using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace ShipCaptainCrew.Storage;

/// <summary>A failure of the storage beneath us, told apart from a mistake of ours.</summary>
/// <param name="IsFull">There is no room left: writes will not work until somebody makes some.</param>
public sealed record StorageFailure(bool IsFull, TimeSpan RetryAfter, string Message)
{
    private static readonly HashSet<int> OfTheDisk =
        [SQLITE_PERM, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_CANTOPEN,
            SQLITE_PROTOCOL, SQLITE_NOTADB];

    /// <summary>The trouble at the bottom of a failure, or null where it has another cause.</summary>
    public static StorageFailure? Of(Exception? failure) => failure switch
    {
        null => null,
        DiskFullException => Full(failure.Message),
        SqliteException { SqliteErrorCode: SQLITE_FULL } => Full(failure.Message),
        SqliteException sqlite when OfTheDisk.Contains(sqlite.SqliteErrorCode) =>
            new(false, TimeSpan.FromSeconds(5), sqlite.Message),
        TooBusyException => new(false, TimeSpan.FromSeconds(2), failure.Message),
        _ => Of(failure.InnerException),
    };

    private static StorageFailure Full(string says) => new(true, TimeSpan.FromSeconds(60), says);
}

/// <summary>The disk is full, and changes are refused until there is room again.</summary>
public sealed class DiskFullException() : Exception("The disk is full.");
