using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;
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

    private void Refuse(string at, string answer) =>
        app.Post.Mood = line => line.Split(' ')[0] == at ? Reply.Say(answer) : null;
}
