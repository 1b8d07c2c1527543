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

/// <summary>How letters get through to a mail server that misbehaves.</summary>
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
    public async Task A_letter_refused_for_now_is_tried_again_and_arrives_once(string at, string words)
    {
        Refuse(at, words);
        var id = await Write();
        var refused = await Until(id, email => email.Attempts == 1);
        Assert.Equal((EmailState.Waiting, words), (refused.State, refused.Answer));

        app.Post.Mood = Behaves;

        await AsTimePasses(id, email => email.State == EmailState.Sent);
        Assert.Single(Copies(id));
    }

    [Theory]
    [InlineData("RCPT", "550 No such mailbox")]
    [InlineData(".", "554 Looks like spam")]
    public async Task A_letter_refused_for_good_is_not_tried_again_and_the_servers_words_are_kept(
        string at, string words)
    {
        Refuse(at, words);
        var id = await Write();
        var dead = await Until(id, email => !email.IsWaiting);
        Assert.Equal((EmailState.NotDelivered, words), (dead.State, dead.Answer));

        app.Post.Mood = Behaves;
        app.Clock.Advance(TimeSpan.FromHours(2));
        var other = await Write();

        await Until(other, email => email.State == EmailState.Sent);
        Assert.Empty(Copies(id));
    }

    [Fact]
    public async Task One_mailbox_that_is_refused_keeps_nobody_else_waiting()
    {
        app.Post.Mood = line => line.StartsWith("RCPT TO:<sam@", StringComparison.Ordinal)
            ? Reply.Say("452 Mailbox full") : null;

        var ids = await Write(cast.Sam, cast.Kim);

        await Until(ids[1], email => email.State == EmailState.Sent);
        await Until(ids[0], email => email is { IsWaiting: true, Attempts: 1 });
    }

    [Fact]
    public async Task A_line_cut_after_the_letter_was_handed_over_is_tried_again_as_the_same_letter()
    {
        app.Post.Mood = line => line == "." ? Reply.Reset : null;
        var id = await Write();
        await Until(id, email => email.Attempts == 1);

        app.Post.Mood = Behaves;

        await AsTimePasses(id, email => email.State == EmailState.Sent);
        Assert.Equal(2, Copies(id).Length);
    }

    [Fact]
    public async Task A_sign_in_letter_tried_again_carries_the_same_link()
    {
        app.Post.Mood = line => line == "." ? Reply.Reset : null;
        await app.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
            .Json(202);
        var first = await app.Post.Arrival("sam@queen-of-san-diego.example", "sign-in");
        await app.Rest();

        app.Post.Mood = Behaves;
        var id =
            (await app.In(services => services.GetRequiredService<AppDbContext>().Outbox.ToListAsync())).Single().Id;

        await AsTimePasses(id, letter => letter.State == EmailState.Sent);

        var again = Copies(id)[1].Message;
        Assert.Equal((first.MessageId, first.TextBody), (again.MessageId, again.TextBody));
    }

    [Fact]
    public async Task A_line_cut_after_the_yes_is_a_yes()
    {
        app.Post.Mood = line => line == "." ? Reply.SayAndReset("250 Taken") : null;

        var id = await Write();

        Assert.Equal("Taken", (await Until(id, email => email.State == EmailState.Sent)).Answer);
        Assert.Single(Copies(id));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_away_and_the_letter_waits_for_it()
    {
        app.Post.Mood = _ => Reply.Silence;
        var id = await Write();
        await Until(() => app.Services.GetRequiredService<OutboxWorker>().LastFailure is not null);

        app.Post.Mood = Behaves;

        await AsTimePasses(id, email => email.State == EmailState.Sent);
        Assert.Single(Copies(id));
    }

    [Fact]
    public async Task A_closed_port_costs_a_letter_nothing_but_time()
    {
        var port = FreePort();
        await using var other = new AppFixture { Settings = { ["Smtp:Port"] = $"{port}" } };
        var crew = await other.Cast("others");
        var id = (await Write(other, crew, crew.Sam))[0];
        var outboxWorker = other.Services.GetRequiredService<OutboxWorker>();
        await Until(() => outboxWorker.LastFailure == "Connection refused");

        await using var server = new SmtpSink(port);

        var sent = await AsTimePasses(other, id, email => email.State == EmailState.Sent);
        Assert.Equal(1, sent.Attempts);
        Assert.Null(outboxWorker.LastFailure);
    }

    [Fact]
    public async Task After_six_hours_without_a_server_everything_goes_out_once_and_within_five_minutes()
    {
        app.Post.Mood = line => line.Length == 0 ? Reply.Say("421 Closed for the day") : null;
        var ids = await Write([.. Enumerable.Repeat(cast.Sam, 250), .. Enumerable.Repeat(cast.Kim, 250)]);
        for (var i = 0; i < 36; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(5);
        }

        app.Post.Mood = Behaves;
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Rest(withinSeconds: 60);

        Assert.Equal(ids.Select(MessageId).Order(),
            app.Post.Deliveries.Select(delivery => delivery.Message.MessageId).Where(ids.Select(MessageId).Contains)
                .Order());
    }

    [Fact]
    public async Task After_two_days_of_refusals_a_letter_is_given_up()
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
    public async Task A_sign_in_letter_dies_with_its_link()
    {
        Refuse("MAIL", "452 Full");
        await app.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
            .Json(202);
        for (var minutes = 0; minutes < 12; minutes++)
        {
            await app.Rest();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        app.Post.Mood = Behaves;
        var later = await Write();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Until(later, letter => letter.State == EmailState.Sent);

        Assert.DoesNotContain(app.Post.Deliveries, delivery => delivery.Message.Subject == "Your sign-in link");
    }

    [Fact]
    public async Task A_letter_nobody_can_write_is_put_aside_after_ten_tries_and_the_others_go_on()
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
    public async Task A_letter_that_went_out_goes_out_once_however_long_the_database_is_busy()
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
        Assert.Single(Copies(second));
    }

    private static Reply? Behaves(string line) => null;

    private void Refuse(string at, string words) =>
        app.Post.Mood = line => line.Split(' ')[0] == at ? Reply.Say(words) : null;

    private async Task<Guid> Write(string kind = TestEmail.Kind) => (await Write(app, cast, kind, cast.Sam))[0];

    private Task<Guid[]> Write(params TestUser[] to) => Write(app, cast, to);

    private static Task<Guid[]> Write(AppFixture app, Cast cast, params TestUser[] to) =>
        Write(app, cast, TestEmail.Kind, to);

    private static Task<Guid[]> Write(AppFixture app, Cast cast, string kind, params TestUser[] to) =>
        app.Change(cast.OperatorId, (db, actor) =>
    {
        var emails =
            to.Select(
                hand =>
                    new OutboxEmail(kind, $"{Guid.CreateVersion7()}",
                        actor.At) { OperatorId = cast.OperatorId, MemberId = hand.MemberId })
            .ToArray();
        db.AddRange(emails.Cast<object>());
        return Task.FromResult(emails.Select(email => email.Id).ToArray());
    });

    private Task<OutboxEmail> Until(Guid id, Func<OutboxEmail, bool> holds) => Until(app, id, holds);

    private static Task<OutboxEmail> Until(AppFixture app, Guid id, Func<OutboxEmail, bool> holds) =>
        Until(app, id, holds, () => Task.Delay(20));

    /// <summary>Turns the clock until that holds, six minutes at the most.</summary>
    private Task<OutboxEmail> AsTimePasses(Guid id, Func<OutboxEmail, bool> holds) => AsTimePasses(app, id, holds);

    private static Task<OutboxEmail> AsTimePasses(AppFixture app, Guid id, Func<OutboxEmail, bool> holds)
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
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30); await wait())
        {
            if (await holds()) return;
        }

        throw new TimeoutException("That never came to be.");
    }

    private static Task<OutboxEmail> Find(AppFixture app, Guid id) =>
        app.In(
            services => services.GetRequiredService<AppDbContext>().Outbox.IgnoreQueryFilters()
                .SingleAsync(email => email.Id == id));

    private SmtpSink.Delivery[] Copies(Guid id) =>
        [.. app.Post.Deliveries.Where(delivery => delivery.Message.MessageId == MessageId(id))];

    private static string MessageId(Guid id) => $"{id:N}@ship.test";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
