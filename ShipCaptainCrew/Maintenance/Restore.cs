using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Puts a backup in place of what is there, under the server's own lock. It is checked before anything moves, and what
/// was there is put aside, not thrown away.
/// </summary>
public sealed class Restore(StoragePaths storage, DataFolder folder, FolderLock theLock, TimeProvider clock)
{
    /// <returns>Where the former files lie, or null where there were none.</returns>
    public async Task<string?> From(string path, CancellationToken cancel)
    {
        folder.Create();
        await theLock.Take(cancel, tries: 1);
        using (theLock)
        using (var workspace = new BackupWorkspace(storage))
        {
            Check(path, workspace);
            var aside = PutAside();
            PutInPlace(workspace);
            return aside;
        }
    }

    private static void Check(string path, BackupWorkspace workspace)
    {
        try
        {
            BackupArchive.Unpack(path, workspace.Place).Confirm(workspace);
        }
        catch (Exception bad) when (bad is CorruptDataException or InvalidDataException or EndOfStreamException
            or JsonException or SqliteException)
        {
            throw new CorruptDataException(
                $"{path} is not a whole backup, and nothing was changed: {bad.Message.ReplaceLineEndings(" ")}");
        }
    }

    private string? PutAside()
    {
        string[] files = [storage.Database, $"{storage.Database}-wal", $"{storage.Database}-shm"];
        var aside =
            Path.Combine(storage.Directory,
                $"before-restore-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        if (!files.Any(File.Exists) && Directory.GetFiles(storage.Keys).Length == 0) return null;
        PrivateFiles.Folder(aside);
        foreach (var file in files.Where(File.Exists))
            File.Move(file, Path.Combine(aside, Path.GetFileName(file)), overwrite: true);
        Directory.Move(storage.Keys, Path.Combine(aside, StoragePaths.KeysName));
        return aside;
    }

    private void PutInPlace(BackupWorkspace workspace)
    {
        if (Directory.Exists(storage.Keys)) Directory.Delete(storage.Keys);
        Directory.Move(workspace.Keys, storage.Keys);
        File.Move(workspace.Database, storage.Database);
        PrivateFiles.Write(storage.BegunMark, "Begun from a backup.\n"u8.ToArray());
    }
}
