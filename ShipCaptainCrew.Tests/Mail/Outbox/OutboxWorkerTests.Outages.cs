using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Outbox;
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
        await Waiting.Until(() => app.Services.GetRequiredService<OutboxWorker>().LastFailure is not null);

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
        await Waiting.Until(() => outboxWorker.LastFailure == "Connection refused");

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
        await app.Rest();

        Assert.Equal(ids.Select(MessageId).Order(),
            app.Post.Deliveries.Select(delivery => delivery.Message.MessageId).Where(ids.Select(MessageId).Contains)
                .Order());
    }

    [Fact]
    public async Task A_sent_email_is_not_sent_again_while_the_database_is_busy()
    {
        using var log = new LogCapture();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await Sql($"CREATE TRIGGER busy BEFORE UPDATE OF State ON outbox BEGIN SELECT RAISE(ABORT, 'busy'); END");
        var id = await Write();
        await Waiting.Until(() => log.All.Contains("could not be saved yet", StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Sql($"DROP TRIGGER busy");

        await Until(id, email => email.State == EmailState.Sent);
        Assert.Single(DeliveriesOf(id));
    }

    private Task<int> Sql(FormattableString sql) => app.In(
        services => services.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync(sql));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
