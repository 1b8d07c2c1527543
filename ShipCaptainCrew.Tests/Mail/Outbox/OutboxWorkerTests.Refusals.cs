using ShipCaptainCrew.Data.Entities;
using static ShipCaptainCrew.Tests.Support.SmtpSink;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>Emails that the mail server refuses.</summary>
public sealed partial class OutboxWorkerTests
{
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

    private void Refuse(string at, string answer) =>
        app.Post.Mood = line => line.Split(' ')[0] == at ? Reply.Say(answer) : null;
}
