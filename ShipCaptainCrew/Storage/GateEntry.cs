namespace ShipCaptainCrew.Storage;

/// <summary>The time that one writer is inside the <see cref="WriteGate"/>.</summary>
public sealed class GateEntry(ChangeCounter changes, Action leave) : IDisposable
{
    private bool isCounted;

    /// <summary>Counts what was committed. Can be called for each part of it.</summary>
    public void Raise(ChangeScope scope)
    {
        isCounted = true;
        changes.Raise(scope);
    }

    /// <summary>States that nothing was committed.</summary>
    public void RaiseNothing() => isCounted = true;

    public void Dispose()
    {
        if (!isCounted) changes.Raise(ChangeScope.Everything);
        leave();
    }
}
