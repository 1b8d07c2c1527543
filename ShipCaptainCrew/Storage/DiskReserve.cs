namespace ShipCaptainCrew.Storage;

/// <summary>
/// A file of 16 MB that reserves disk space. When the disk is full, changes are refused and the file is deleted, so
/// that an administrator has space to work with. When enough space is free again, the file is recreated and changes are
/// accepted again.
/// </summary>
public sealed class DiskReserve(StoragePaths storage, DataFolder folder, ILogger<DiskReserve> log)
{
    private const long Bytes = 16 << 20;

    /// <summary>With less free space than this, no transaction is started, because it might not complete.</summary>
    private const long MinFreeBytes = 4 << 20;

    private readonly string path = storage.DiskReserve;
    private readonly Lock gate = new();
    private bool released;

    /// <summary>Whether there is currently enough space for a change.</summary>
    public bool HasSpace()
    {
        lock (gate)
        {
            if (!released && folder.FreeBytes < MinFreeBytes) DeleteFile();
            if (released && folder.FreeBytes >= folder.NeededBytes + Bytes) ReserveAgain();
            return !released;
        }
    }

    /// <summary>Deletes the reserve file. Called when SQLite reports a full disk.</summary>
    public void Release()
    {
        lock (gate)
        {
            if (!released) DeleteFile();
        }
    }

    /// <summary>Creates the reserve file if it does not exist with its full size.</summary>
    /// <exception cref="IOException">There is not enough space.</exception>
    public void Reserve()
    {
        if (File.Exists(path) && new FileInfo(path).Length == Bytes) return;
        using var file = PrivateFiles.Open(path, new()
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            PreallocationSize = Bytes,
        });
        file.SetLength(Bytes);
    }

    private void DeleteFile()
    {
        released = true;
        log.LogCritical("The disk of {Folder} is full: changes are refused until space is free.", storage.Directory);
        IgnoringDiskErrors(() => File.Delete(path));
    }

    private void ReserveAgain() => IgnoringDiskErrors(() =>
    {
        Reserve();
        released = false;
        log.LogWarning("The disk has free space again: changes are accepted.");
    });

    /// <summary>Runs an action that may fail on a full or missing disk; the next request tries it again.</summary>
    private static void IgnoringDiskErrors(Action act)
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
