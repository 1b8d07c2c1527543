using System.Buffers.Binary;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// A rollback journal that a program leaves if it is killed while it creates its database, or while it upgrades the
/// schema after <c>restore</c>. Until the change is undone, the file can be read by nobody and may look damaged.
/// Requires the data folder's lock.
/// </summary>
internal static class HotJournal
{
    /// <summary>Where SQLite's file header has the application id, 4 bytes, the highest first.</summary>
    private const int ApplicationIdAt = 68;

    private const int HeaderBytes = 100;

    /// <summary>
    /// Lets SQLite undo an unfinished change. A database of another program, and a file that is no database, are left
    /// unchanged.
    /// </summary>
    public static void RollBack(StoragePaths storage)
    {
        if (!HasContent(storage.Database) || !HasContent($"{storage.Database}-journal") || !IsOurs(storage)) return;
        using var file = SqliteFile.Open(storage.Database);
        file.Scalar<long>("SELECT count(*) FROM sqlite_master");
    }

    private static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>
    /// Whether the file has this program's application id, or is that of a first start that was interrupted before
    /// anything of it reached the disk.
    /// </summary>
    private static bool IsOurs(StoragePaths storage)
    {
        var header = new byte[HeaderBytes];
        using (var file = File.OpenRead(storage.Database))
            file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        return BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdAt)) == SqliteFile.ApplicationId
            || (!header.AsSpan().ContainsAnyExcept((byte)0) && !File.Exists(storage.BegunMark));
    }
}
