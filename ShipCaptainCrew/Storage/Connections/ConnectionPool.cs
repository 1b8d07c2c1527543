using System.Collections.Concurrent;

namespace ShipCaptainCrew.Storage.Connections;

/// <summary>Open connections that no request uses now.</summary>
public sealed class ConnectionPool(StoragePaths storage) : IDisposable
{
    private const int MostIdle = 16;

    private readonly ConcurrentStack<KeptConnection> idle = new();
    private bool isClosed;

    /// <summary>A connection that is open already or opens at its first query.</summary>
    public KeptConnection Rent() => idle.TryPop(out var kept) ? kept : new(storage.ConnectionString);

    public void Return(KeptConnection connection)
    {
        if (isClosed || !connection.IsReusable || idle.Count >= MostIdle) connection.Discard();
        else idle.Push(connection);
    }

    /// <summary>Closes all connections that are not in use, and from now on each one that is returned.</summary>
    public void Close()
    {
        isClosed = true;
        while (idle.TryPop(out var connection)) connection.Discard();
    }

    public void Dispose() => Close();
}
