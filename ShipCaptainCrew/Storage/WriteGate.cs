namespace ShipCaptainCrew.Storage;

/// <summary>
/// Lets one writer in at a time. SQLite allows only one, and waiting here costs far less than lock contention in
/// SQLite.
/// </summary>
public sealed class WriteGate(DiskReserve diskReserve, ChangeCounter changes) : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);
    private static readonly AsyncLocal<bool> IsInside = new();
    private readonly SemaphoreSlim semaphore = new(1);

    /// <summary>
    /// Waits until no other writer is active. Dispose the result to let the next one in. Unless the writer states a
    /// smaller <see cref="ChangeScope"/>, that counts as a change of everything.
    /// </summary>
    /// <exception cref="TooBusyException">Other writers were active for ten seconds.</exception>
    /// <exception cref="DiskFullException">The disk is full.</exception>
    public Task<GateEntry> Enter(CancellationToken cancel)
    {
        // Set here and not in the asynchronous method, whose values its caller does not see.
        IsInside.Value = true;
        return Wait(cancel);
    }

    /// <summary>
    /// Called by work that may take long, such as parsing: all other writers would wait for it inside the gate.
    /// </summary>
    /// <exception cref="InvalidOperationException">The caller is inside the gate.</exception>
    public static void RequireOutside()
    {
        if (IsInside.Value) throw new InvalidOperationException("This must happen before the change begins.");
    }

    private async Task<GateEntry> Wait(CancellationToken cancel)
    {
        if (!diskReserve.HasSpace()) throw new DiskFullException();
        if (!await semaphore.WaitAsync(MaxWait, cancel)) throw new TooBusyException();
        return new(changes, Leave);
    }

    public void Dispose() => semaphore.Dispose();

    private void Leave()
    {
        IsInside.Value = false;
        semaphore.Release();
    }
}

/// <summary>The database is too busy for a change now. The caller can try again shortly.</summary>
public sealed class TooBusyException() : Exception("Too many changes at once.");
