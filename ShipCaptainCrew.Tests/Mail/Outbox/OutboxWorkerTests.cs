using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.SmtpSink;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>How emails are delivered to a mail server that misbehaves.</summary>
public sealed class OutboxWorkerTests : IAsyncLifetime
{
    private readonly AppFixture app = new();
    private Cast cast = null!;

    public async ValueTask InitializeAsync()
    {
        app.Settings["Smtp:TimeoutSeconds"] = "1";
        cast = await app.Cast();
        await app.Rest();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("MAIL", "452 Full")]
    [InlineData("RCPT", "450 Greylisted, come back")]
    [InlineData(".", "451 Later")]
    public async Task A_temporarily_refused_email_is_retried_and_arrives_once(string at, string answer)
    {
        Refuse(at, answer);
        var id = await Write();
        var refused = await Until(id, email => email.Attempts == 1);
        Assert.Equal((EmailState.Waiting, answer), (refused.State, refused.Answer));

        app.Post.Mood = Accept;

        await UntilAdvancing(id, email => email.State == EmailState.Sent);
        Assert.Single(DeliveriesOf(id));
    }

    [Theory]
    [InlineData("RCPT", "550 No such mailbox")]
    [InlineData(".", "554 Looks like spam")]
    public async Task A_permanently_refused_email_is_not_retried_and_the_servers_answer_is_stored(
        string at, string answer)
    {
        Refuse(at, answer);
        var id = await Write();
        var failed = await Until(id, email => !email.IsWaiting);
        Assert.Equal((EmailState.NotDelivered, answer), (failed.State, failed.Answer));

        app.Post.Mood = Accept;
        app.Clock.Advance(TimeSpan.FromHours(2));
        var other = await Write();

        await Until(other, email => email.State == EmailState.Sent);
        Assert.Empty(DeliveriesOf(id));
    }

    [Fact]
    public async Task A_refused_mailbox_does_not_delay_other_emails()
    {
        app.Post.Mood = line => line.StartsWith("RCPT TO:<sam@", StringComparison.Ordinal)
            ? Reply.Say("452 Mailbox full") : null;

        var ids = await Write(cast.Sam, cast.Kim);

        await Until(ids[1], email => email.State == EmailState.Sent);
        await Until(ids[0], email => email is { IsWaiting: true, Attempts: 1 });
    }

    [Fact]
    public async Task A_connection_lost_before_the_answer_leads_to_a_retry_with_the_same_message_ID()
    {
        app.Post.Mood = line => line == "." ? Reply.Reset : null;
        var id = await Write();
        await Until(id, email => email.Attempts == 1);

        app.Post.Mood = Accept;

        await UntilAdvancing(id, email => email.State == EmailState.Sent);
        Assert.Equal(2, DeliveriesOf(id).Length);
    }

    [Fact]
    public async Task A_retried_sign_in_email_contains_the_same_link()
    {
        app.Post.Mood = line => line == "." ? Reply.Reset : null;
        await app.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
            .Json(202);
        var first = await app.Post.Arrival("sam@queen-of-san-diego.example", "sign-in");
        await app.Rest();

        app.Post.Mood = Accept;
        var id =
            (await app.In(services => services.GetRequiredService<AppDbContext>().Outbox.ToListAsync())).Single().Id;

        await UntilAdvancing(id, email => email.State == EmailState.Sent);

        var again = DeliveriesOf(id)[1].Message;
        Assert.Equal((first.MessageId, first.TextBody), (again.MessageId, again.TextBody));
    }

    [Fact]
    public async Task A_connection_lost_after_acceptance_counts_as_delivered()
    {
        app.Post.Mood = line => line == "." ? Reply.SayAndReset("250 Taken") : null;

        var id = await Write();

        Assert.Equal("Taken", (await Until(id, email => email.State == EmailState.Sent)).Answer);
        Assert.Single(DeliveriesOf(id));
    }

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
    public async Task An_email_is_given_up_after_two_days_of_refusals()
    {
        Refuse("MAIL", "452 Full");
        var id = await Write();
        for (var hours = 0; hours < 49; hours++)
        {
            await app.Rest();
            app.Clock.Advance(TimeSpan.FromMinutes(73));
        }

        Assert.Equal("452 Full", (await Until(id, email => email.State == EmailState.NotDelivered)).Answer);
    }

    [Fact]
    public async Task A_sign_in_email_is_not_sent_after_its_link_has_expired()
    {
        Refuse("MAIL", "452 Full");
        await app.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
            .Json(202);
        for (var minutes = 0; minutes < 12; minutes++)
        {
            await app.Rest();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        app.Post.Mood = Accept;
        var later = await Write();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Until(later, email => email.State == EmailState.Sent);

        Assert.DoesNotContain(app.Post.Deliveries, delivery => delivery.Message.Subject == "Your sign-in link");
    }

    [Fact]
    public async Task An_email_that_cannot_be_composed_is_given_up_after_ten_attempts_and_others_are_sent()
    {
        var id = await Write(kind: "nonsense");
        for (var tries = 0; tries < 10; tries++)
        {
            await app.Rest();
            app.Clock.Advance(TimeSpan.FromMinutes(73));
        }

        Assert.Equal(10, (await Until(id, email => email.State == EmailState.NotDelivered)).Attempts);
        await Until(await Write(), email => email.State == EmailState.Sent);
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

    private static Reply? Accept(string line) => null;

    private void Refuse(string at, string answer) =>
        app.Post.Mood = line => line.Split(' ')[0] == at ? Reply.Say(answer) : null;

    private async Task<Guid> Write(string kind = TestEmail.Kind) => (await Write(app, cast, kind, cast.Sam))[0];

    private Task<Guid[]> Write(params TestUser[] to) => Write(app, cast, to);

    private static Task<Guid[]> Write(AppFixture app, Cast cast, params TestUser[] to) =>
        Write(app, cast, TestEmail.Kind, to);

    private static Task<Guid[]> Write(AppFixture app, Cast cast, string kind, params TestUser[] to) =>
        app.Change(cast.OperatorId, (db, actor) =>
    {
        var emails = to
            .Select(user => new OutboxEmail(kind, $"{Guid.CreateVersion7()}", actor.At)
            {
                OperatorId = cast.OperatorId,
                MemberId = user.MemberId,
            })
            .ToArray();
        db.AddRange(emails.Cast<object>());
        return Task.FromResult(emails.Select(email => email.Id).ToArray());
    });

    private Task<OutboxEmail> Until(Guid id, Func<OutboxEmail, bool> holds) => Until(app, id, holds);

    private static Task<OutboxEmail> Until(AppFixture app, Guid id, Func<OutboxEmail, bool> holds) =>
        Until(app, id, holds, () => Task.Delay(20));

    /// <summary>Advances the clock, by 6 minutes at most, until the condition holds.</summary>
    private Task<OutboxEmail> UntilAdvancing(Guid id, Func<OutboxEmail, bool> holds) => UntilAdvancing(app, id, holds);

    private static Task<OutboxEmail> UntilAdvancing(AppFixture app, Guid id, Func<OutboxEmail, bool> holds)
    {
        var until = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(6);
        return Until(app, id, holds, () =>
        {
            if (app.Clock.GetUtcNow() < until) app.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.Delay(5);
        });
    }

    private static async Task<OutboxEmail> Until(
        AppFixture app, Guid id, Func<OutboxEmail, bool> holds, Func<Task> wait)
    {
        OutboxEmail? email = null;
        await Until(async () => holds(email = await Find(app, id)), wait);
        return email!;
    }

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()), () => Task.Delay(20));

    private static async Task Until(Func<Task<bool>> holds, Func<Task> wait)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(30); await wait())
        {
            if (await holds()) return;
        }

        throw new TimeoutException("The condition did not become true within 30 s.");
    }

    private static Task<OutboxEmail> Find(AppFixture app, Guid id) =>
        app.In(
            services => services.GetRequiredService<AppDbContext>().Outbox.IgnoreQueryFilters()
                .SingleAsync(email => email.Id == id));

    private SmtpSink.Delivery[] DeliveriesOf(Guid id) =>
        [.. app.Post.Deliveries.Where(delivery => delivery.Message.MessageId == MessageId(id))];

    private static string MessageId(Guid id) => $"{id:N}@ship.test";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
