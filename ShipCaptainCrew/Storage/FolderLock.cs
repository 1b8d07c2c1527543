using System.Globalization;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// One folder belongs to one server. The lock is held on an open file, so that the system lets go of it however the
/// server ends. Who holds it stands in a file beside it, because a locked file cannot be read.
/// </summary>
public sealed class FolderLock(StoragePaths storage) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>35 seconds: at a deploy the old server has that long to finish.</summary>
    private const int Tries = 140;

    private readonly string path = Path.Combine(storage.Directory, ".lock");
    private FileStream? held;

    private string Holder => $"{path}.pid";

    /// <returns>Whether it was taken; false where meanwhile <paramref name="unneeded"/> came true.</returns>
    /// <exception cref="StartRefusedException">Another server kept it all the while.</exception>
    public async Task<bool> Take(CancellationToken cancel, int tries = Tries, Func<Task<bool>>? unneeded = null)
    {
        while (!TryTake())
        {
            if (unneeded is not null && await unneeded()) return false;
            if (--tries <= 0)
                throw new StartRefusedException(
                    $"{storage.Directory} is locked by pid {HolderId()}.", StartRefusedException.Locked);
            await Task.Delay(Pause, cancel);
        }

        return true;
    }

    private bool TryTake()
    {
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return false;
        }

        File.WriteAllText(Holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    public void Dispose()
    {
        held?.Dispose();
        held = null;
    }

    private string HolderId() => File.Exists(Holder) ? File.ReadAllText(Holder) : "unknown";
}
