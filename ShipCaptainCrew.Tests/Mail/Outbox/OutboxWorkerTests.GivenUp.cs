using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

public sealed partial class OutboxWorkerTests
{
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
}
