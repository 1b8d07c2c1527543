namespace ShipCaptainCrew.Storage;

/// <summary>The disk beneath the data folder: whether it takes writes, and how much room there is.</summary>
public sealed class DataFolder(StoragePaths storage, TimeProvider clock)
{
    private const long EnoughBytes = 64L << 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private (long At, bool Writable)? tried;

    /// <summary>What must be free: 64 MB, or a quarter of a disk smaller than four times that.</summary>
    public long NeededBytes => Math.Min(EnoughBytes, Measure(disk => disk.TotalSize) / 4);

    public long FreeBytes => Measure(disk => disk.AvailableFreeSpace);

    public bool HasSpace => FreeBytes >= NeededBytes;

    /// <summary>Whether a file can be written; the answer is good for five seconds.</summary>
    public bool IsWritable()
    {
        if (tried is not { } last || clock.GetElapsedTime(last.At) >= Remembered)
            tried = last = (clock.GetTimestamp(), CanWrite());
        return last.Writable;
    }

    /// <summary>Makes it where it is not there, and writes to it to be sure.</summary>
    public void Create()
    {
        PrivateFiles.Folder(storage.Directory);
        PrivateFiles.Folder(storage.Keys);
        Probe();
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

    /// <summary>Writes a byte through to the disk and takes it away again.</summary>
    private void Probe()
    {
        var path = Path.Combine(storage.Directory, $".probe-{Environment.ProcessId}");
        using var file =
            new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
        file.WriteByte(0);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A disk that does not answer has no room.</summary>
    private long Measure(Func<DriveInfo, long> question)
    {
        try
        {
            return question(new(storage.Directory));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
