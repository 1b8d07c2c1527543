using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>Emails of a suspended operator: which ones wait, and what happens to them after it is resumed.</summary>
public sealed class SuspendedOperatorTests : IAsyncLifetime
{
    private readonly RecordingTransport transport = new();
    private SchedulerHarness harness = null!;
    private OperatorFixture crew = null!;

    public async ValueTask InitializeAsync()
    {
        harness = await SchedulerHarness.At(AppFixture.Morning);
        crew = await OperatorFixture.Aboard(harness);
    }

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    [Fact]
    public async Task Emails_wait_while_another_operators_are_sent_and_are_sent_after_resuming()
    {
        var open = await OperatorFixture.Aboard(harness);
        await Write(crew, TestEmail.Kind);
        await Suspend();
        await Write(open, TestEmail.Kind);

        Assert.Equal(1, await SendAll());
        harness.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(0, await SendAll());

        await Do(operators => operators.Resume);
        Assert.Equal(1, await SendAll());
        Assert.Equal(EmailState.Sent, (await Only(TestEmail.Kind)).State);
    }

    [Fact]
    public async Task An_email_that_waited_more_than_12_hours_is_not_sent_unless_resent_by_hand()
    {
        await Write(crew, TestEmail.Kind);
        await Suspend();
        harness.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMinutes(1));
        await Write(crew, TestEmail.Kind);
        await Do(operators => operators.Resume);

        Assert.Equal(1, await SendAll());
        var old = (await crew.Letters(TestEmail.Kind))[0];
        Assert.Equal((EmailState.NotDelivered, true), (old.State, old.MaySendAgain));
        Assert.StartsWith("The operator was suspended", old.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiver_anchor_and_passkey_emails_are_sent_even_while_suspended()
    {
        await Suspend();
        await Write(crew, WaiverAnchorEmail.Kind, new WaiverAnchor(7, "abc", "key").ToJson());
        await Write(crew, PasskeyCeremony.EmailKind, "{\"Added\":true}");

        Assert.Equal(2, await SendAll());
        var anchor = transport.Sent.Single(message => message.Subject == "Signed waivers: record 7");
        Assert.DoesNotContain("/waivers/book", anchor.TextBody, StringComparison.Ordinal);
    }

    private Task Suspend() => Do(operators => (slug, cancel) => operators.Suspend(slug, false, cancel));

    private async Task Do(
        Func<OperatorActions, Func<string, CancellationToken, Task<ShipCaptainCrew.Domain.Outcome>>> action)
    {
        var slug =
            await harness.In(crew.OperatorId,
                db => db.Operators.Where(theOperator => theOperator.Id == crew.OperatorId)
                    .Select(theOperator => theOperator.Slug).SingleAsync());
        Assert.Null(
            (await harness.With(Guid.Empty,
                services =>
                    action(services.GetRequiredService<OperatorActions>())(
                        slug, TestContext.Current.CancellationToken))).Refusal);
    }

    private Task<bool> Write(OperatorFixture to, string kind, string facts = "{}") =>
        harness.Change(to.OperatorId, (db, actor) =>
    {
        db.Add(
            new OutboxEmail(kind, $"{Guid.CreateVersion7()}",
                actor.At) { OperatorId = to.OperatorId, MemberId = to.Captain, Facts = facts });
        return Task.FromResult(true);
    });

    private async Task<OutboxEmail> Only(string kind) => Assert.Single(await crew.Letters(kind));

    /// <returns>How many emails were sent.</returns>
    private async Task<int> SendAll()
    {
        var before = transport.Sent.Count;
        while (await harness.With(Guid.Empty,
            services => services.GetRequiredService<EmailDelivery>()
                .Next(transport, TestContext.Current.CancellationToken)) is not null)
        {
            // One after another, as the outbox worker does.
        }

        return transport.Sent.Count - before;
    }

    private sealed class RecordingTransport : IMailTransport
    {
        public List<MimeMessage> Sent { get; } = [];

        public ValueTask DisposeAsync() => default;

        public Task<DeliveryResult> Send(MimeMessage message)
        {
            Sent.Add(message);
            return Task.FromResult(new DeliveryResult(DeliveryOutcome.Delivered, "250 Taken"));
        }
    }
}
