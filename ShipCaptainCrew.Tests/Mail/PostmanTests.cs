using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Letters;
using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.SmtpSink;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>How letters get through to a mail server that misbehaves.</summary>
public sealed class PostmanTests : IAsyncLifetime
{
    private readonly Ship ship = new();
    private Cast cast = null!;

    public async ValueTask InitializeAsync()
    {
        ship.Settings["Smtp:TimeoutSeconds"] = "1";
        cast = await ship.Cast();
        await ship.Rest();
    }

    public ValueTask DisposeAsync() => ship.DisposeAsync();

    [Theory]
    [InlineData("MAIL", "452 Full")]
    [InlineData("RCPT", "450 Greylisted, come back")]
    [InlineData(".", "451 Later")]
    public async Task A_letter_refused_for_now_is_tried_again_and_arrives_once(string at, string words)
    {
        Refuse(at, words);
        var id = await Write();
        var refused = await Until(id, letter => letter.Attempts == 1);
        Assert.Equal((LetterState.Waiting, words), (refused.State, refused.Answer));

        ship.Post.Mood = Behaves;

        await AsTimePasses(id, letter => letter.State == LetterState.Sent);
        Assert.Single(Copies(id));
    }

    [Theory]
    [InlineData("RCPT", "550 No such mailbox")]
    [InlineData(".", "554 Looks like spam")]
    public async Task A_letter_refused_for_good_is_not_tried_again_and_the_servers_words_are_kept(string at, string words)
    {
        Refuse(at, words);
        var id = await Write();
        var dead = await Until(id, letter => !letter.IsWaiting);
        Assert.Equal((LetterState.NotDelivered, words), (dead.State, dead.Answer));

        ship.Post.Mood = Behaves;
        ship.Clock.Advance(TimeSpan.FromHours(2));
        var other = await Write();

        await Until(other, letter => letter.State == LetterState.Sent);
        Assert.Empty(Copies(id));
    }

    [Fact]
    public async Task One_mailbox_that_is_refused_keeps_nobody_else_waiting()
    {
        ship.Post.Mood = line => line.StartsWith("RCPT TO:<sam@", StringComparison.Ordinal) ? Reply.Say("452 Mailbox full") : null;

        var ids = await Write(cast.Sam, cast.Kim);

        await Until(ids[1], letter => letter.State == LetterState.Sent);
        await Until(ids[0], letter => letter is { IsWaiting: true, Attempts: 1 });
    }

    [Fact]
    public async Task A_line_cut_after_the_letter_was_handed_over_is_tried_again_as_the_same_letter()
    {
        ship.Post.Mood = line => line == "." ? Reply.Reset : null;
        var id = await Write();
        await Until(id, letter => letter.Attempts == 1);

        ship.Post.Mood = Behaves;

        await AsTimePasses(id, letter => letter.State == LetterState.Sent);
        Assert.Equal(2, Copies(id).Length);
    }

    [Fact]
    public async Task A_sign_in_letter_tried_again_carries_the_same_link()
    {
        ship.Post.Mood = line => line == "." ? Reply.Reset : null;
        await ship.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }).Json(202);
        var first = await ship.Post.Arrival("sam@queen-of-san-diego.example", "sign-in");
        await ship.Rest();

        ship.Post.Mood = Behaves;
        var id = (await ship.In(services => services.GetRequiredService<ShipDb>().Letters.ToListAsync())).Single().Id;

        await AsTimePasses(id, letter => letter.State == LetterState.Sent);

        var again = Copies(id)[1].Message;
        Assert.Equal((first.MessageId, first.TextBody), (again.MessageId, again.TextBody));
    }

    [Fact]
    public async Task A_line_cut_after_the_yes_is_a_yes()
    {
        ship.Post.Mood = line => line == "." ? Reply.SayAndReset("250 Taken") : null;

        var id = await Write();

        Assert.Equal("Taken", (await Until(id, letter => letter.State == LetterState.Sent)).Answer);
        Assert.Single(Copies(id));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_away_and_the_letter_waits_for_it()
    {
        ship.Post.Mood = _ => Reply.Silence;
        var id = await Write();
        await Until(() => ship.Services.GetRequiredService<Postman>().Trouble is not null);

        ship.Post.Mood = Behaves;

        await AsTimePasses(id, letter => letter.State == LetterState.Sent);
        Assert.Single(Copies(id));
    }

    [Fact]
    public async Task A_closed_port_costs_a_letter_nothing_but_time()
    {
        var port = FreePort();
        await using var other = new Ship { Settings = { ["Smtp:Port"] = $"{port}" } };
        var crew = await other.Cast("others");
        var id = (await Write(other, crew, crew.Sam))[0];
        var postman = other.Services.GetRequiredService<Postman>();
        await Until(() => postman.Trouble == "Connection refused");

        await using var server = new SmtpSink(port);

        var sent = await AsTimePasses(other, id, letter => letter.State == LetterState.Sent);
        Assert.Equal(1, sent.Attempts);
        Assert.Null(postman.Trouble);
    }

    [Fact]
    public async Task After_six_hours_without_a_server_everything_goes_out_once_and_within_five_minutes()
    {
        ship.Post.Mood = line => line.Length == 0 ? Reply.Say("421 Closed for the day") : null;
        var ids = await Write([.. Enumerable.Repeat(cast.Sam, 250), .. Enumerable.Repeat(cast.Kim, 250)]);
        for (var i = 0; i < 36; i++)
        {
            ship.Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(5);
        }

        ship.Post.Mood = Behaves;
        ship.Clock.Advance(TimeSpan.FromMinutes(5));
        await ship.Rest(withinSeconds: 60);

        Assert.Equal(ids.Select(MessageId).Order(), ship.Post.Deliveries.Select(letter => letter.Message.MessageId).Where(ids.Select(MessageId).Contains).Order());
    }

    [Fact]
    public async Task After_two_days_of_refusals_a_letter_is_given_up()
    {
        Refuse("MAIL", "452 Full");
        var id = await Write();
        for (var hours = 0; hours < 49; hours++)
        {
            await ship.Rest();
            ship.Clock.Advance(TimeSpan.FromMinutes(73));
        }

        Assert.Equal("452 Full", (await Until(id, letter => letter.State == LetterState.NotDelivered)).Answer);
    }

    [Fact]
    public async Task A_sign_in_letter_dies_with_its_link()
    {
        Refuse("MAIL", "452 Full");
        await ship.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }).Json(202);
        for (var minutes = 0; minutes < 12; minutes++)
        {
            await ship.Rest();
            ship.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        ship.Post.Mood = Behaves;
        var later = await Write();
        ship.Clock.Advance(TimeSpan.FromHours(1));
        await Until(later, letter => letter.State == LetterState.Sent);

        Assert.DoesNotContain(ship.Post.Deliveries, letter => letter.Message.Subject == "Your sign-in link");
    }

    [Fact]
    public async Task A_letter_nobody_can_write_is_put_aside_after_ten_tries_and_the_others_go_on()
    {
        var id = await Write(kind: "nonsense");
        for (var tries = 0; tries < 10; tries++)
        {
            await ship.Rest();
            ship.Clock.Advance(TimeSpan.FromMinutes(73));
        }

        Assert.Equal(10, (await Until(id, letter => letter.State == LetterState.NotDelivered)).Attempts);
        await Until(await Write(), letter => letter.State == LetterState.Sent);
    }

    [Fact]
    public async Task A_letter_that_went_out_goes_out_once_however_long_the_database_is_busy()
    {
        var id = await Write();
        await Until(id, letter => letter.State == LetterState.Sent);
        var arrived = new TaskCompletionSource();
        ship.Post.Mood = line =>
        {
            if (line == ".") arrived.TrySetResult();
            return null;
        };
        var second = await Write();
        using (await ship.Services.GetRequiredService<WriteGate>().Enter(TestContext.Current.CancellationToken))
        {
            await arrived.Task;
            await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
            ship.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Until(second, letter => letter.State == LetterState.Sent);
        Assert.Single(Copies(second));
    }

    private static Reply? Behaves(string line) => null;

    private void Refuse(string at, string words) => ship.Post.Mood = line => line.Split(' ')[0] == at ? Reply.Say(words) : null;

    private async Task<Guid> Write(string kind = TestLetter.Kind) => (await Write(ship, cast, kind, cast.Sam))[0];

    private Task<Guid[]> Write(params Hand[] to) => Write(ship, cast, to);

    private static Task<Guid[]> Write(Ship ship, Cast cast, params Hand[] to) => Write(ship, cast, TestLetter.Kind, to);

    private static Task<Guid[]> Write(Ship ship, Cast cast, string kind, params Hand[] to) => ship.Change(cast.OperatorId, (db, by) =>
    {
        var letters = to.Select(hand => new Letter(kind, $"{Guid.CreateVersion7()}", by.At) { OperatorId = cast.OperatorId, MemberId = hand.MemberId }).ToArray();
        db.AddRange(letters.Cast<object>());
        return Task.FromResult(letters.Select(letter => letter.Id).ToArray());
    });

    private Task<Letter> Until(Guid id, Func<Letter, bool> holds) => Until(ship, id, holds);

    private static Task<Letter> Until(Ship ship, Guid id, Func<Letter, bool> holds) => Until(ship, id, holds, () => Task.Delay(20));

    /// <summary>Turns the clock until that holds, six minutes at the most.</summary>
    private Task<Letter> AsTimePasses(Guid id, Func<Letter, bool> holds) => AsTimePasses(ship, id, holds);

    private static Task<Letter> AsTimePasses(Ship ship, Guid id, Func<Letter, bool> holds)
    {
        var until = ship.Clock.GetUtcNow() + TimeSpan.FromMinutes(6);
        return Until(ship, id, holds, () =>
        {
            if (ship.Clock.GetUtcNow() < until) ship.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.Delay(5);
        });
    }

    private static async Task<Letter> Until(Ship ship, Guid id, Func<Letter, bool> holds, Func<Task> wait)
    {
        Letter? letter = null;
        await Until(async () => holds(letter = await Find(ship, id)), wait);
        return letter!;
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

    private static Task<Letter> Find(Ship ship, Guid id) =>
        ship.In(services => services.GetRequiredService<ShipDb>().Letters.IgnoreQueryFilters().SingleAsync(letter => letter.Id == id));

    private SmtpSink.Delivery[] Copies(Guid id) => [.. ship.Post.Deliveries.Where(letter => letter.Message.MessageId == MessageId(id))];

    private static string MessageId(Guid id) => $"{id:N}@ship.test";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
