using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// A place for half-done things on the data folder's own disk, gone when the work is over, done or not. What a backup
/// holds lies in it under the same names as in the data folder.
/// </summary>
internal sealed class BackupWorkspace : IDisposable
{
    public BackupWorkspace(StoragePaths storage)
    {
        Place = PrivateFiles.Folder(Path.Combine(storage.Backups, "tmp", Guid.NewGuid().ToString("N"))).FullName;
        PrivateFiles.Folder(Keys);
    }

    public string Place { get; }

    public string Database => Path.Combine(Place, StoragePaths.DatabaseName);

    public string Keys => Path.Combine(Place, StoragePaths.KeysName);

    /// <summary>Takes away what a killed backup left behind.</summary>
    public static void Sweep(StoragePaths storage, DateTime before)
    {
        var shed = new DirectoryInfo(Path.Combine(storage.Backups, "tmp"));
        if (!shed.Exists) return;
        foreach (var left in shed.EnumerateDirectories().Where(place => place.LastWriteTimeUtc < before))
            left.Delete(recursive: true);
    }

    public void Dispose() => Directory.Delete(Place, recursive: true);
}
