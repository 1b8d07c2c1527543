namespace ShipCaptainCrew.Storage;

/// <summary>
/// Files and folders that only the server's own user may read, and that a power cut leaves whole or not there.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The folder, made with those rights where it was not there.</summary>
    public static DirectoryInfo Folder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, ReadWrite | UnixFileMode.UserExecute);

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = ReadWrite;
        return new(path, options);
    }

    /// <summary>
    /// Writes beside the place and moves there what is whole and on the disk; whatever fails leaves the place as it
    /// was.
    /// </summary>
    public static void Write(string path, Action<System.IO.Stream> write)
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
