namespace ShipCaptainCrew.Storage;

/// <summary>
/// One writer at a time. SQLite allows no more, and waiting here in line costs far less than contending inside it.
/// </summary>
public sealed class WriteGate(DiskReserve diskReserve) : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turn = new(1);

    /// <exception cref="TooBusyException">The turn did not come within ten seconds.</exception>
    /// <exception cref="DiskFullException">The disk is full.</exception>
    public async Task<IDisposable> Enter(CancellationToken cancel)
    {
        if (!diskReserve.HasSpace()) throw new DiskFullException();
        if (!await turn.WaitAsync(MaxWait, cancel)) throw new TooBusyException();
        return new GateEntry(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class GateEntry(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

/// <summary>The database is too busy to take a change now; trying again shortly will do.</summary>
public sealed class TooBusyException() : Exception("Too many changes at once.");
