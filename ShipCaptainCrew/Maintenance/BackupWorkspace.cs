using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// A temporary folder on the data folder's disk, deleted when disposed. The files of a backup have the same names in it
/// as in the data folder.
/// </summary>
internal sealed class BackupWorkspace : IDisposable
{
    public BackupWorkspace(StoragePaths storage)
    {
        PrivateFiles.Folder(storage.Backups);
        var parent = PrivateFiles.Folder(Path.Combine(storage.Backups, "tmp")).FullName;
        Folder = PrivateFiles.Folder(Path.Combine(parent, Guid.NewGuid().ToString("N"))).FullName;
        PrivateFiles.Folder(Keys);
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, StoragePaths.DatabaseName);

    public string Keys => Path.Combine(Folder, StoragePaths.KeysName);

    /// <summary>Deletes workspaces that interrupted backups left behind.</summary>
    public static void Sweep(StoragePaths storage, DateTime beforeUtc)
    {
        var parent = new DirectoryInfo(Path.Combine(storage.Backups, "tmp"));
        if (!parent.Exists) return;
        foreach (var leftover in parent.EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < beforeUtc))
            leftover.Delete(recursive: true);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
