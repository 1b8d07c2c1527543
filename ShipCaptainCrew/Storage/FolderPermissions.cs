namespace ShipCaptainCrew.Storage;

/// <summary>
/// Restricts what the data folder holds to the server's user: also files of earlier versions, and files that a command
/// wrote under another umask. Files that are not this program's are left alone, because the folder can be set to any
/// path.
/// </summary>
internal static class FolderPermissions
{
    private const string Own = StoragePaths.DatabaseName;

    /// <summary>A folder of the file system at the top level of a disk. It belongs to the system.</summary>
    private const string DiskRepairFolder = "lost+found";

    private static readonly string[] OwnFiles =
    [
        Own, $"{Own}-wal", $"{Own}-shm", $"{Own}-journal", StoragePaths.DiskReserveName, StoragePaths.LockName,
        StoragePaths.LockHolderName, StoragePaths.BegunName,
    ];

    private static readonly EnumerationOptions Everything =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly EnumerationOptions TopLevel = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <returns>
    /// The paths that could not be restricted; and a path that is not this program's, because of which the folder
    /// itself was not restricted, null if there is none.
    /// </returns>
    public static (IReadOnlyList<string> Failed, string? Foreign) Restrict(StoragePaths storage)
    {
        var folder = new DirectoryInfo(storage.Directory);
        var entries = folder.EnumerateFileSystemInfos("*", TopLevel).ToList();
        var own = entries.FindAll(IsOwn);
        var foreign = entries.Find(entry => !IsOwn(entry) && entry.Name != DiskRepairFolder)?.FullName;
        IEnumerable<FileSystemInfo> all =
        [
            .. foreign is null ? [folder] : Array.Empty<FileSystemInfo>(),
            .. own,
            .. own.OfType<DirectoryInfo>().SelectMany(inner => inner.EnumerateFileSystemInfos("*", Everything)),
        ];
        return ([.. all.Where(entry => !PrivateFiles.Restrict(entry)).Select(entry => entry.FullName)], foreign);
    }

    private static bool IsOwn(FileSystemInfo entry) => entry is DirectoryInfo
        ? entry.Name is StoragePaths.KeysName or StoragePaths.MailName or StoragePaths.BackupsName
            || entry.Name.StartsWith(StoragePaths.PreviousPrefix, StringComparison.Ordinal)
        : OwnFiles.Contains(entry.Name) || entry.Name.StartsWith(StoragePaths.ProbePrefix, StringComparison.Ordinal);
}
