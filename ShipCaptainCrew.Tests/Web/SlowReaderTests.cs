using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Live;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Clients that open an event stream over a real connection and do not read it.</summary>
public sealed class SlowReaderTests
{
    /// <summary>
    /// More than the client's own buffer and the server's small one take, and far less than the megabytes of a usual
    /// send buffer.
    /// </summary>
    private const int MostMessages = 3000;

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_never_reads_is_cut_off_although_the_system_buffers_what_is_sent_to_it()
    {
        await using var app = new AppFixture();
        app.UseKestrel(0);
        using var log = new LogCapture();
        var cast = await app.Cast();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var silent = await Open(app, cast);
        var broadcaster = app.Services.GetRequiredService<ChangeBroadcaster>();

        var sent = 0;
        await Waiting.Until(() => Task.FromResult(WasCut()), async () =>
        {
            if (sent >= MostMessages) Assert.Fail($"Not cut off after {sent} messages.");
            Publish(broadcaster, cast.OperatorId, ++sent);
            await Task.Delay(TimeSpan.FromMilliseconds(20), stop);
        });

        Assert.InRange(sent, 64, MostMessages);

        bool WasCut() =>
            log.Lines.Any(line => line.Contains("did not read its event stream", StringComparison.Ordinal));
    }

    private async Task<TcpClient> Open(AppFixture app, Cast cast)
    {
        using var client = app.CreateClient();
        var tcp = new TcpClient { ReceiveBufferSize = 4096 };
        await tcp.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port, stop);
        var token = cast.Alex.Api.DefaultRequestHeaders.Authorization;
        await tcp.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET /{cast.Slug}/stream HTTP/1.1\r\nHost: ship.test\r\nAuthorization: {token}\r\n\r\n"),
            stop);
        var start = new byte[12];
        await tcp.GetStream().ReadExactlyAsync(start, stop);
        Assert.Equal("HTTP/1.1 200", Encoding.ASCII.GetString(start));
        return tcp;
    }

    private static void Publish(ChangeBroadcaster broadcaster, Guid operatorId, long seq)
    {
        var change = new TestEvent(operatorId);
        var entry = new LogEntry(
            operatorId, 1_000_000 + seq, new Actor(null, DateTimeOffset.UnixEpoch), change, "{}", LogEntry.Genesis);
        broadcaster.AfterCommit([new(change, entry)]);
    }

    private sealed record TestEvent(Guid OfOperator) : DomainEvent("test.something", OfOperator, null);
}
