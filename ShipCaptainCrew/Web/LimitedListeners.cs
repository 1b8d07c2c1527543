using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Listens as Kestrel does, and closes connections beyond the limits as they are accepted, before the next is accepted.
/// </summary>
internal sealed class LimitedListeners(IConnectionListenerFactory inner, Lazy<ConnectionLimits> limits)
    : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await inner.BindAsync(endpoint, cancellationToken), limits.Value);

    private sealed class Listener(IConnectionListener inner, ConnectionLimits limits) : IConnectionListener
    {
        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await inner.AcceptAsync(cancellationToken) is { } connection)
            {
                if (!limits.MustClose(connection)) return connection;
                await connection.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) =>
            inner.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
