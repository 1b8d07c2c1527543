using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace ShipCaptainCrew.Live;

/// <summary>
/// The network connection of an event stream. Its send buffer is small: otherwise the operating system takes megabytes
/// for a client that does not read, and nothing shows that the client has stopped.
/// </summary>
internal sealed class StreamConnection
{
    private const int SendBufferBytes = 8192;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly Socket? socket;

    public StreamConnection(HttpContext http)
    {
        socket = http.Features.Get<IConnectionSocketFeature>()?.Socket;
        Try(open => open.SendBufferSize = SendBufferBytes);
    }

    /// <summary>Waits while the client has not taken what was sent before, or until it is canceled.</summary>
    public async Task UntilWritable(CancellationToken cancel)
    {
        for (var pause = ShortestPause; !CanWrite() && !cancel.IsCancellationRequested; pause *= 2)
        {
            var next = pause < LongestPause ? pause : LongestPause;
            await Task.Delay(next, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool CanWrite()
    {
        var canWrite = true;
        Try(open => canWrite = open.Poll(TimeSpan.Zero, SelectMode.SelectWrite));
        return canWrite;
    }

    /// <summary>A connection that is closed meanwhile needs nothing more; without a socket nothing is known.</summary>
    private void Try(Action<Socket> act)
    {
        try
        {
            if (socket is not null) act(socket);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }
}
