namespace ShipCaptainCrew.Data;

/// <summary>
/// One writer at a time. SQLite allows no more, and waiting here in line costs far less than contending inside it.
/// </summary>
public sealed class WriteGate(Ballast ballast) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turn = new(1);

    /// <exception cref="TooBusyException">The turn did not come within ten seconds.</exception>
    /// <exception cref="NoRoomException">The disk is full.</exception>
    public async Task<IDisposable> Enter(CancellationToken cancel)
    {
        if (!ballast.LeavesRoom()) throw new NoRoomException();
        if (!await turn.WaitAsync(Patience, cancel)) throw new TooBusyException();
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

/// <summary>The database is too busy to take a change now; trying again shortly will do.</summary>
public sealed class TooBusyException() : Exception("Too many changes at once.");
