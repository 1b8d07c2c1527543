using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Live;

namespace ShipCaptainCrew.Tests.Live;

/// <summary>The connection of a client that stops reading while only heartbeats come.</summary>
public sealed class StreamConnectionTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Socket client = NewSocket();
    private readonly Socket server;

    public StreamConnectionTests()
    {
        using var listener = NewSocket();
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        client.Connect(listener.LocalEndPoint!);
        server = listener.Accept();
    }

    [Fact]
    public async Task The_client_is_disconnected_after_30_seconds()
    {
        var disconnects = 0;
        using var subscription = new ChangeBroadcaster(clock).Subscribe(Guid.CreateVersion7(), null, () =>
        {
            disconnects++;
            ended.Cancel();
        });
        var connection = new StreamConnection(Request("HTTP/1.1"), clock);
        FillBuffers();
        var heartbeats = new[] { "heartbeat" }.ToAsyncEnumerable();
        await using var messages =
            subscription.Send(heartbeats, connection.UntilWritable, ended.Token).GetAsyncEnumerator(ended.Token);

        var sending = messages.MoveNextAsync().AsTask();
        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        Assert.False(await sending);
        Assert.Equal(1, disconnects);
    }

    [Fact]
    public void Only_a_connection_that_is_not_used_again_gets_a_small_buffer()
    {
        var usual = server.SendBufferSize;
        var (shared, own) = (Request("HTTP/2"), Request("HTTP/1.1"));

        _ = new StreamConnection(shared, clock);
        Assert.Equal((usual, 0), (server.SendBufferSize, shared.Response.Headers.Connection.Count));
        _ = new StreamConnection(own, clock);

        Assert.True(server.SendBufferSize < usual);
        Assert.Equal("close", own.Response.Headers.Connection);
    }

    public void Dispose()
    {
        ended.Dispose();
        client.Dispose();
        server.Dispose();
    }

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private DefaultHttpContext Request(string protocol)
    {
        var http = new DefaultHttpContext();
        http.Request.Protocol = protocol;
        http.Features.Set<IConnectionSocketFeature>(new SocketFeature(server));
        return http;
    }

    /// <summary>Sends until neither the client's buffer nor the server's takes more.</summary>
    private void FillBuffers()
    {
        server.Blocking = false;
        do
        {
            while (Takes())
            {
                // The buffers have space.
            }
        }
        while (server.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectWrite));

        bool Takes() => server.Send(new byte[1 << 16], SocketFlags.None, out var error) > 0
            && error == SocketError.Success;
    }

    private sealed record SocketFeature(Socket Socket) : IConnectionSocketFeature;
}
