namespace ShipCaptainCrew.Storage;

/// <summary>
/// Restricts what the data folder holds to the server's user: also files of earlier versions, and files that a command
/// wrote under another umask. Files that are not this program's are left alone, because the folder can be set to any
/// path.
/// </summary>
internal static class FolderPermissions
{
    private const string Own = StoragePaths.DatabaseName;

    private static readonly string[] OwnFiles =
        [Own, $"{Own}-wal", $"{Own}-shm", $"{Own}-journal", ".ballast", ".lock", ".lock.pid", ".begun"];

    private static readonly EnumerationOptions Everything =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly EnumerationOptions TopLevel = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <returns>The paths that could not be restricted.</returns>
    public static IReadOnlyList<string> Restrict(StoragePaths storage)
    {
        var folder = new DirectoryInfo(storage.Directory);
        var entries = folder.EnumerateFileSystemInfos("*", TopLevel).ToList();
        var own = entries.FindAll(IsOwn);
        IEnumerable<FileSystemInfo> all =
        [
            .. own.Count == entries.Count ? [folder] : Array.Empty<FileSystemInfo>(),
            .. own.Where(entry => entry.Name != "lost+found"),
            .. own.OfType<DirectoryInfo>().Where(entry => entry.Name != "lost+found")
                .SelectMany(inner => inner.EnumerateFileSystemInfos("*", Everything)),
        ];
        return [.. all.Where(entry => !PrivateFiles.Restrict(entry)).Select(entry => entry.FullName)];
    }

    private static bool IsOwn(FileSystemInfo entry) => entry is DirectoryInfo
        ? entry.Name is StoragePaths.KeysName or "mail" or "backups" or "lost+found"
            || entry.Name.StartsWith(StoragePaths.PreviousPrefix, StringComparison.Ordinal)
        : OwnFiles.Contains(entry.Name) || entry.Name.StartsWith(".probe-", StringComparison.Ordinal);
}
