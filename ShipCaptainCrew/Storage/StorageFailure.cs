using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// A failure of the disk, a file or the database, as opposed to a defect of this program. All code that handles such
/// failures differently uses this.
/// </summary>
/// <param name="IsFull">The disk is full: writes fail until somebody frees space.</param>
public sealed record StorageFailure(bool IsFull, TimeSpan RetryAfter, string Message)
{
    private static readonly HashSet<int> StorageErrorCodes =
        [SQLITE_PERM, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_CANTOPEN,
            SQLITE_PROTOCOL, SQLITE_NOTADB];

    /// <summary>ENOSPC, EDQUOT, and both of Windows for a full disk: <see cref="Exception.HResult"/>.</summary>
    private static readonly HashSet<int> FullErrors =
        [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>EIO, ENXIO, ENFILE, EMFILE, EFBIG and EROFS: <see cref="Exception.HResult"/>.</summary>
    private static readonly HashSet<int> FileErrors = [5, 6, 23, 24, 27, 30];

    /// <summary>The storage failure that caused this exception; null if it has another cause.</summary>
    public static StorageFailure? Of(Exception? failure) => failure switch
    {
        null => null,
        DiskFullException => Full(failure.Message),
        SqliteException { SqliteErrorCode: SQLITE_FULL } => Full(failure.Message),
        SqliteException sqlite when StorageErrorCodes.Contains(sqlite.SqliteErrorCode) => Failure(sqlite.Message, 5),
        TooBusyException => Failure(failure.Message, 2),
        IOException when FullErrors.Contains(failure.HResult) => Full(failure.Message),
        IOException when FileErrors.Contains(failure.HResult) => Failure(failure.Message, 5),
        UnauthorizedAccessException => Failure(failure.Message, 5),
        _ => Of(failure.InnerException),
    };

    private static StorageFailure Full(string message) => new(true, TimeSpan.FromSeconds(60), message);

    private static StorageFailure Failure(string message, int retrySeconds) =>
        new(false, TimeSpan.FromSeconds(retrySeconds), message);
}

/// <summary>The disk is full. Changes are refused until there is free space.</summary>
public sealed class DiskFullException() : Exception("The disk is full.");
