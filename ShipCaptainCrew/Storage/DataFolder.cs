namespace ShipCaptainCrew.Storage;

/// <summary>The data folder's disk: whether it can be written to and how much space is free.</summary>
public sealed class DataFolder(StoragePaths storage, TimeProvider clock, ILogger<DataFolder> log)
{
    private const long MaxNeededBytes = 64L << 20;
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(5);
    private (long At, bool Writable)? lastProbe;

    /// <summary>The free space required: 64 MB, or a quarter of the disk if that is less.</summary>
    public long NeededBytes => Math.Min(MaxNeededBytes, Measure(disk => disk.TotalSize) / 4);

    public bool HasDatabase => File.Exists(storage.Database);

    public long FreeBytes => Measure(disk => disk.AvailableFreeSpace);

    public bool HasSpace => FreeBytes >= NeededBytes;

    /// <summary>Whether a file can be written. The result is cached for five seconds.</summary>
    public bool IsWritable()
    {
        if (lastProbe is not { } last || clock.GetElapsedTime(last.At) >= CacheTime)
            lastProbe = last = (clock.GetTimestamp(), CanWrite());
        return last.Writable;
    }

    /// <summary>
    /// Creates the folder and its key folder if they do not exist, checks that it can be written to, and restricts the
    /// permissions of what is in it.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void Create()
    {
        PrivateFiles.Folder(storage.Directory);
        PrivateFiles.Folder(storage.Keys);
        Probe();
        Restrict();
    }

    /// <summary>Restricts the permissions of all files to this user, and logs what was not restricted.</summary>
    public void Restrict()
    {
        var (failed, foreign) = FolderPermissions.Restrict(storage);
        if (failed.Count > 0)
        {
            log.LogWarning("Other users may be able to read {Count} files, such as {Path}: their permissions "
                + "could not be restricted.", failed.Count, failed[0]);
        }

        if (foreign is not null)
        {
            log.LogWarning("The permissions of {Folder} itself were left as they are, so other users may see the "
                + "names of its files: {Path} is not this program's.", storage.Directory, foreign);
        }
    }

    private bool CanWrite()
    {
        try
        {
            Probe();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes one byte to a file, flushes it to the disk and deletes the file.</summary>
    private void Probe()
    {
        var path = Path.Combine(storage.Directory, $"{StoragePaths.ProbePrefix}{Environment.ProcessId}");
        using var file = PrivateFiles.Open(path, new()
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            BufferSize = 1,
            Options = FileOptions.DeleteOnClose,
        });
        file.WriteByte(0);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads a size in bytes from the disk; 0 if the disk cannot be read.</summary>
    private long Measure(Func<DriveInfo, long> read)
    {
        try
        {
            return read(new(storage.Directory));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
