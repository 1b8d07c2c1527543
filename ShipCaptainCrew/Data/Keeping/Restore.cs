using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Data.Starting;

namespace ShipCaptainCrew.Data.Keeping;

/// <summary>
/// Puts a backup in place of what is there, under the server's own lock. It is checked before anything moves, and what was there is
/// put aside, not thrown away.
/// </summary>
public sealed class Restore(Storage storage, DataFolder folder, FolderLock theLock, TimeProvider clock)
{
    /// <returns>Where the former files lie, or null where there were none.</returns>
    public async Task<string?> From(string path, CancellationToken cancel)
    {
        folder.Make();
        await theLock.Take(cancel, tries: 1);
        using (theLock)
        using (var workshop = new Workshop(storage))
        {
            Check(path, workshop);
            var aside = PutAside();
            PutInPlace(workshop);
            return aside;
        }
    }

    private static void Check(string path, Workshop workshop)
    {
        try
        {
            Archive.Unpack(path, workshop.Place).Confirm(workshop);
        }
        catch (Exception bad) when (bad is UnsoundException or InvalidDataException or EndOfStreamException or JsonException or SqliteException)
        {
            throw new UnsoundException($"{path} is not a whole backup, and nothing was changed: {bad.Message.ReplaceLineEndings(" ")}");
        }
    }

    private string? PutAside()
    {
        string[] files = [storage.Database, $"{storage.Database}-wal", $"{storage.Database}-shm"];
        var aside = Path.Combine(storage.Directory, $"before-restore-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        if (!files.Any(File.Exists) && Directory.GetFiles(storage.Keys).Length == 0) return null;
        Files.Folder(aside);
        foreach (var file in files.Where(File.Exists)) File.Move(file, Path.Combine(aside, Path.GetFileName(file)), overwrite: true);
        Directory.Move(storage.Keys, Path.Combine(aside, Storage.KeysName));
        return aside;
    }

    private void PutInPlace(Workshop workshop)
    {
        if (Directory.Exists(storage.Keys)) Directory.Delete(storage.Keys);
        Directory.Move(workshop.Keys, storage.Keys);
        File.Move(workshop.Database, storage.Database);
        Files.Write(storage.BegunMark, "Begun from a backup.\n"u8.ToArray());
    }
}
