namespace ShipCaptainCrew.Storage;

/// <summary>
/// Files and folders that only the server's user can read. After a power failure a file is either complete or absent.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode700 = FileMode600 | UnixFileMode.UserExecute;

    /// <summary>The folder, created with those permissions if it does not exist, as are its missing parents.</summary>
    public static DirectoryInfo Folder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, FolderMode700);

    public static FileStream Create(string path) =>
        Open(path, new() { Mode = FileMode.Create, Access = FileAccess.Write });

    /// <summary>Opens a file; if that creates it, with those permissions, whatever the umask is.</summary>
    public static FileStream Open(string path, FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows() && options.Mode is not FileMode.Open) options.UnixCreateMode = FileMode600;
        return new(path, options);
    }

    /// <summary>
    /// Writes to a temporary file, flushes it to the disk and moves it to the path. On failure the path is unchanged.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        var partial = $"{path}.partial";
        try
        {
            using (var file = Create(partial))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public static void Write(string path, ReadOnlyMemory<byte> content) =>
        Write(path, file => file.Write(content.Span));

    /// <summary>Gives an existing file or folder those permissions.</summary>
    /// <returns>False if it belongs to another user, or the disk does not keep permissions.</returns>
    public static bool Restrict(FileSystemInfo existing)
    {
        var mode = existing is DirectoryInfo ? FolderMode700 : FileMode600;
        if (OperatingSystem.IsWindows() || existing.UnixFileMode == mode) return true;
        try
        {
            existing.UnixFileMode = mode;
            return true;
        }
        catch (FileNotFoundException)
        {
            // Deleted meanwhile, as -wal files and temporary files are.
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
