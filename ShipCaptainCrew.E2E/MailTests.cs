using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

public sealed class MailTests(EmptyApp app) : IClassFixture<EmptyApp>
{
    [Fact]
    public async Task A_server_that_crashes_while_sending_an_email_sends_it_again_with_the_same_message_id()
    {
        var crashes = 0;
        app.Mail.Mood = line =>
        {
            if (line == "." && Interlocked.Increment(ref crashes) == 1) app.Crash();
            return null;
        };
        await app.Command(
            "operator", "create", "--name", "Queen of San Diego", "--slug", "queen-of-san-diego",
            "--email", "owner@example.com", "--time-zone", "America/Los_Angeles",
            "--latitude", "32.7157", "--longitude", "-117.1611");
        var first = await app.Mail.Arrival("owner@example.com", "invites you to join");

        await app.InitializeAsync();

        var again = await app.Mail.Arrival(delivery => delivery.Message != first);
        Assert.Equal(first.MessageId, again.MessageId);
        Assert.Equal(0, await app.Stop());
        Assert.Equal(2, app.Mail.Deliveries.Count);
    }
}
