using System.Globalization;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// Lets only one server use the data folder. The lock is an open file, so that the operating system releases it however
/// the process ends. The holder's process id is in a second file, because a locked file cannot be read.
/// </summary>
public sealed class FolderLock(StoragePaths storage) : IDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>35 seconds in all: the time the old server has to finish during a deployment.</summary>
    private const int MaxTries = 140;

    private readonly string path = storage.Lock;
    private FileStream? lockFile;

    /// <summary>Whether this process holds it: it is the server, or a command that needs the server stopped.</summary>
    public bool IsHeld => lockFile is not null;

    private string HolderFile => storage.LockHolder;

    /// <summary>Takes the lock, waiting while another process holds it.</summary>
    /// <param name="unneeded">Ends the waiting without the lock as soon as it returns true.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="StartRefusedException">Another process held the lock during all tries.</exception>
    public async Task<bool> Take(CancellationToken cancel, int tries = MaxTries, Func<Task<bool>>? unneeded = null)
    {
        while (!TryTake())
        {
            if (unneeded is not null && await unneeded()) return false;
            if (--tries <= 0)
                throw new StartRefusedException(
                    $"{storage.Directory} is locked by pid {HolderId()}.", StartRefusedException.Locked);
            await Task.Delay(RetryDelay, cancel);
        }

        return true;
    }

    private bool TryTake()
    {
        try
        {
            lockFile = PrivateFiles.Open(
                path,
                new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None });
        }
        catch (IOException)
        {
            return false;
        }

        using var holder = new StreamWriter(PrivateFiles.Create(HolderFile));
        holder.Write(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    public void Dispose()
    {
        lockFile?.Dispose();
        lockFile = null;
    }

    private string HolderId() => File.Exists(HolderFile) ? File.ReadAllText(HolderFile) : "unknown";
}
