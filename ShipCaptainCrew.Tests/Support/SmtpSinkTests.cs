using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using static ShipCaptainCrew.Tests.Support.SmtpSink;

namespace ShipCaptainCrew.Tests.Support;

public sealed class SmtpSinkTests : IAsyncDisposable
{
    private readonly SmtpSink _sink = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    [Fact]
    public async Task An_email_arrives_as_it_was_sent()
    {
        await Send("Grüße vom Schiff\n.\n..two dots");

        var message = await _sink.Arrival("sam@example.com", "roster");
        Assert.Equal("Grüße vom Schiff\n.\n..two dots", message.TextBody?.TrimEnd());
        Assert.Equal("office@example.com", Assert.Single(_sink.Deliveries).From);
    }

    [Fact]
    public async Task Two_emails_can_be_sent_over_one_connection()
    {
        using var client = await Connect();
        await client.SendAsync(Email("one"), _stop);
        await client.SendAsync(Email("two"), _stop);
        await client.DisconnectAsync(quit: true, _stop);

        Assert.Equal(["one", "two"], _sink.Deliveries.Select(d => d.Message.TextBody?.TrimEnd()));
    }

    [Theory]
    [InlineData("", "421 Closing", 421)]
    [InlineData("MAIL", "452 Full", 452)]
    [InlineData("RCPT", "550 No such mailbox", 550)]
    [InlineData("DATA", "451 Later", 451)]
    [InlineData(".", "554 Looks like spam", 554)]
    public async Task A_refusal_reaches_the_sender_and_nothing_is_stored(string command, string reply, int code)
    {
        _sink.Mood = line => line.Split(' ')[0] == command ? Reply.Say(reply) : null;

        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => Send("refused"));

        Assert.Equal(code, (int)refused.StatusCode);
        Assert.Empty(_sink.Deliveries);
    }

    [Fact]
    public async Task A_silent_server_makes_the_sender_time_out()
    {
        _sink.Mood = _ => Reply.Silence;

        await Assert.ThrowsAsync<TimeoutException>(() => Send("waiting", timeout: 300));
    }

    [Fact]
    public async Task A_connection_reset_at_the_end_of_the_message_fails_the_sender_but_stores_the_email()
    {
        _sink.Mood = line => line == "." ? Reply.Reset : null;

        await Assert.ThrowsAsync<SmtpProtocolException>(() => Send("in doubt"));

        Assert.Single(_sink.Deliveries);
    }

    [Fact]
    public async Task A_connection_reset_after_the_acceptance_is_a_success()
    {
        _sink.Mood = line => line == "." ? Reply.SayAndReset("250 Taken") : null;
        using var client = await Connect();

        await client.SendAsync(Email("taken"), _stop);

        Assert.Single(_sink.Deliveries);
    }

    [Fact]
    public async Task A_missing_email_is_reported_with_those_that_arrived()
    {
        await Send("other");

        var missing =
            await Assert.ThrowsAsync<TimeoutException>(
                () => _sink.Arrival(d => d.To.Contains("kim@example.com"), limit: TimeSpan.Zero));

        Assert.Contains("sam@example.com: Your roster", missing.Message, StringComparison.Ordinal);
    }

    private async Task Send(string text, int timeout = 5_000)
    {
        using var client = await Connect(timeout);
        await client.SendAsync(Email(text), _stop);
        await client.DisconnectAsync(quit: true, _stop);
    }

    private async Task<SmtpClient> Connect(int timeout = 5_000)
    {
        var client = new SmtpClient { Timeout = timeout };
        await client.ConnectAsync("127.0.0.1", _sink.Port, SecureSocketOptions.None, _stop);
        return client;
    }

    private static MimeMessage Email(string text) => new(
        [new MailboxAddress("The office", "office@example.com")], [new MailboxAddress("Sam", "sam@example.com")],
        "Your roster", new TextPart("plain") { Text = text });
}
