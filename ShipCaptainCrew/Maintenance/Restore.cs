using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Replaces the database and keys with those of a backup while holding the data folder's lock. The backup is verified
/// first, and the previous files are moved to another folder, not deleted.
/// </summary>
public sealed class Restore(StoragePaths storage, DataFolder folder, FolderLock folderLock, TimeProvider clock)
{
    /// <returns>The folder with the previous files; null if there were none.</returns>
    /// <exception cref="CorruptDataException">The backup does not verify; nothing was changed.</exception>
    /// <exception cref="StartRefusedException">A server has the folder's lock.</exception>
    public async Task<string?> From(string path, CancellationToken cancel)
    {
        folder.Create();
        await folderLock.Take(cancel, tries: 1);
        using (folderLock)
        using (var workspace = new BackupWorkspace(storage))
        {
            UnpackAndVerify(path, workspace);
            var previous = MovePreviousFiles();
            MoveIntoPlace(workspace);
            folder.Restrict();
            return previous;
        }
    }

    private static void UnpackAndVerify(string path, BackupWorkspace workspace)
    {
        try
        {
            BackupArchive.Unpack(path, workspace.Folder).Verify(workspace);
        }
        catch (Exception failure) when (failure is CorruptDataException or InvalidDataException or EndOfStreamException
            or JsonException or SqliteException)
        {
            throw new CorruptDataException(
                $"{path} is not a complete backup, and nothing was changed: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }

    private string? MovePreviousFiles()
    {
        // The database first: without it, a start that finds what belongs to it is refused.
        var database = storage.Database;
        string[] files = [database, $"{database}-journal", $"{database}-wal", $"{database}-shm"];
        var timestamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var target = Path.Combine(storage.Directory, $"{StoragePaths.PreviousPrefix}{timestamp}");
        if (!files.Any(File.Exists) && Directory.GetFiles(storage.Keys).Length == 0) return null;
        PrivateFiles.Folder(target);
        foreach (var file in files.Where(File.Exists))
            File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        Directory.Move(storage.Keys, Path.Combine(target, StoragePaths.KeysName));
        return target;
    }

    private void MoveIntoPlace(BackupWorkspace workspace)
    {
        if (Directory.Exists(storage.Keys)) Directory.Delete(storage.Keys);
        Directory.Move(workspace.Keys, storage.Keys);
        File.Move(workspace.Database, storage.Database);
        PrivateFiles.Write(storage.BegunMark, "Restored from a backup.\n"u8.ToArray());
    }
}
