using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.SmtpSink;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>A mail server that is slow or unreachable, and a busy database.</summary>
public sealed partial class OutboxWorkerTests
{
    [Fact]
    public async Task An_email_waits_while_the_server_does_not_respond()
    {
        app.Post.Mood = _ => Reply.Silence;
        var id = await Write();
        await Until(() => app.Services.GetRequiredService<OutboxWorker>().LastFailure is not null);

        app.Post.Mood = Accept;

        await UntilAdvancing(id, email => email.State == EmailState.Sent);
        Assert.Single(DeliveriesOf(id));
    }

    [Fact]
    public async Task A_refused_connection_does_not_count_as_an_attempt()
    {
        var port = FreePort();
        await using var other = new AppFixture { Settings = { ["Smtp:Port"] = $"{port}" } };
        var crew = await other.Cast("others");
        var id = (await Write(other, crew, crew.Sam))[0];
        var outboxWorker = other.Services.GetRequiredService<OutboxWorker>();
        await Until(() => outboxWorker.LastFailure == "Connection refused");

        await using var server = new SmtpSink(port);

        var sent = await UntilAdvancing(other, id, email => email.State == EmailState.Sent);
        Assert.Equal(1, sent.Attempts);
        Assert.Null(outboxWorker.LastFailure);
    }

    [Fact]
    public async Task After_six_hours_without_a_server_every_email_is_sent_once_within_five_minutes()
    {
        app.Post.Mood = line => line.Length == 0 ? Reply.Say("421 Closed for the day") : null;
        var ids = await Write([.. Enumerable.Repeat(cast.Sam, 250), .. Enumerable.Repeat(cast.Kim, 250)]);
        for (var i = 0; i < 36; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(5);
        }

        app.Post.Mood = Accept;
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Rest(withinSeconds: 60);

        Assert.Equal(ids.Select(MessageId).Order(),
            app.Post.Deliveries.Select(delivery => delivery.Message.MessageId).Where(ids.Select(MessageId).Contains)
                .Order());
    }

    [Fact]
    public async Task A_sent_email_is_not_sent_again_while_the_database_is_busy()
    {
        var id = await Write();
        await Until(id, email => email.State == EmailState.Sent);
        var arrived = new TaskCompletionSource();
        app.Post.Mood = line =>
        {
            if (line == ".") arrived.TrySetResult();
            return null;
        };
        var second = await Write();
        using (await app.Services.GetRequiredService<WriteGate>().Enter(TestContext.Current.CancellationToken))
        {
            await arrived.Task;
            await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Until(second, email => email.State == EmailState.Sent);
        Assert.Single(DeliveriesOf(second));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
