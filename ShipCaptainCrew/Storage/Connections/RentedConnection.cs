namespace ShipCaptainCrew.Storage.Connections;

/// <summary>The connection of a service scope, such as a request. It is returned to the pool with the scope.</summary>
public sealed class RentedConnection(ConnectionPool pool) : IDisposable
{
    private KeptConnection? rented;

    public KeptConnection Connection => rented ??= pool.Rent();

    /// <summary>
    /// Returns it earlier: an event stream lasts for hours and must not hold one. Nothing may use the database in this
    /// scope afterwards.
    /// </summary>
    public void Return()
    {
        if (rented is { } connection) pool.Return(connection);
        rented = null;
    }

    public void Dispose() => Return();
}
