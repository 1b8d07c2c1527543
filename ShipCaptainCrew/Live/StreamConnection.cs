using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace ShipCaptainCrew.Live;

/// <summary>
/// The network connection of an event stream. Its send buffer is small: otherwise the operating system takes megabytes
/// for a client that does not read, and nothing shows that the client has stopped.
/// </summary>
public sealed class StreamConnection
{
    private const int SendBufferBytes = 8192;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider clock;
    private readonly Socket? socket;

    /// <param name="http">The request that opens the stream, before its response starts.</param>
    /// <param name="clock">Measures the pauses.</param>
    public StreamConnection(HttpContext http, TimeProvider clock)
    {
        this.clock = clock;
        socket = http.Features.Get<IConnectionSocketFeature>()?.Socket;
        // Other requests share a connection of HTTP/2, so its buffer is not changed. One of HTTP/1.1 is not used again.
        if (!HttpProtocol.IsHttp11(http.Request.Protocol)) return;
        http.Response.Headers.Connection = "close";
        Try(open => open.SendBufferSize = SendBufferBytes);
    }

    /// <summary>Waits while the client has not taken what was sent before, or until it is canceled.</summary>
    public async Task UntilWritable(CancellationToken cancel)
    {
        for (var pause = ShortestPause; !CanWrite() && !cancel.IsCancellationRequested; pause = Longer(pause))
            await Task.Delay(pause, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

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
