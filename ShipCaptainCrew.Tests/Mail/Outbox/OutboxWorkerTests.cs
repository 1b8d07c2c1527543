using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.SmtpSink;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>How emails are delivered to a mail server that misbehaves.</summary>
public sealed partial class OutboxWorkerTests : IAsyncLifetime
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

    private static Reply? Accept(string line) => null;

    private SmtpSink.Delivery[] DeliveriesOf(Guid id) =>
        [.. app.Post.Deliveries.Where(delivery => delivery.Message.MessageId == MessageId(id))];

    private static string MessageId(Guid id) => $"{id:N}@ship.test";
}
