namespace ShipCaptainCrew.Data;

/// <summary>The disk beneath the data folder: whether it takes writes, and how much room there is.</summary>
public sealed class DataFolder(Storage storage, TimeProvider clock)
{
    private const long EnoughBytes = 64L << 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private (long At, bool Writable)? tried;

    /// <summary>What must be free: 64 MB, or a quarter of a disk smaller than four times that.</summary>
    public long RoomNeeded => Math.Min(EnoughBytes, Disk.TotalSize / 4);

    public long RoomFree => Disk.AvailableFreeSpace;

    public bool HasRoom => RoomFree >= RoomNeeded;

    private DriveInfo Disk => new(storage.Directory);

    /// <summary>Whether a file can be written; the answer is good for five seconds.</summary>
    public bool IsWritable()
    {
        if (tried is not { } last || clock.GetElapsedTime(last.At) >= Remembered) tried = last = (clock.GetTimestamp(), Try());
        return last.Writable;
    }

    private bool Try()
    {
        try
        {
            Write();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes a byte through to the disk and takes it away again.</summary>
    public void Write()
    {
        var path = Path.Combine(storage.Directory, $".probe-{Environment.ProcessId}");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        file.WriteByte(0);
        file.Flush(flushToDisk: true);
    }
}
