namespace ShipCaptainCrew.Storage;

/// <summary>
/// Files and folders that only the server's user can read. After a power failure a file is either complete or absent.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The folder, created with those permissions if it does not exist.</summary>
    public static DirectoryInfo Folder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, ReadWrite | UnixFileMode.UserExecute);

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = ReadWrite;
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
}
