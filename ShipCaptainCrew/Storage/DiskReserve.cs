namespace ShipCaptainCrew.Storage;

/// <summary>
/// Sixteen megabytes set aside for the day the disk is full. That day changes are refused, so that none is half kept,
/// and the ballast is dropped to leave room for putting things right. When there is room again, it is taken in and
/// changes go on.
/// </summary>
public sealed class DiskReserve(StoragePaths storage, DataFolder folder, ILogger<DiskReserve> log)
{
    private const long Bytes = 16 << 20;

    /// <summary>Below this a transaction may run out of room half-way; better not to begin it.</summary>
    private const long Least = 4 << 20;

    private readonly string path = Path.Combine(storage.Directory, ".ballast");
    private readonly Lock turn = new();
    private bool dropped;

    /// <summary>Whether there is room for a change, as of now.</summary>
    public bool HasSpace()
    {
        lock (turn)
        {
            if (!dropped && folder.FreeBytes < Least) DeleteFile();
            if (dropped && folder.FreeBytes >= folder.NeededBytes + Bytes) ReserveAgain();
            return !dropped;
        }
    }

    /// <summary>Called where SQLite itself found the disk full.</summary>
    public void Release()
    {
        lock (turn)
        {
            if (!dropped) DeleteFile();
        }
    }

    /// <exception cref="IOException">There is no room for it.</exception>
    public void Reserve()
    {
        if (File.Exists(path) && new FileInfo(path).Length == Bytes) return;
        using var file =
            new FileStream(path,
                new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = Bytes });
        file.SetLength(Bytes);
    }

    private void DeleteFile()
    {
        dropped = true;
        log.LogCritical("The disk with {Folder} is full: no changes are taken until there is room.", storage.Directory);
        Quietly(() => File.Delete(path));
    }

    private void ReserveAgain() => Quietly(() =>
    {
        Reserve();
        dropped = false;
        log.LogWarning("There is room on the disk again: changes are taken.");
    });

    /// <summary>On a disk that is full or gone even this may fail; the next request tries again.</summary>
    private static void Quietly(Action act)
    {
        try
        {
            act();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }
}
