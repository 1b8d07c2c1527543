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

/// <summary>Letters of an operator that is suspended: which of them wait, and what becomes of those that did.</summary>
public sealed class SuspendedOperatorTests : IAsyncLifetime
{
    private readonly Carrier post = new();
    private SchedulerHarness harness = null!;
    private OperatorFixture crew = null!;

    public async ValueTask InitializeAsync()
    {
        harness = await SchedulerHarness.At(AppFixture.Morning);
        crew = await OperatorFixture.Aboard(harness);
    }

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    [Fact]
    public async Task They_wait_while_anothers_go_out_and_follow_once_it_is_open_again()
    {
        var open = await OperatorFixture.Aboard(harness);
        await Write(crew, TestEmail.Kind);
        await Suspend();
        await Write(open, TestEmail.Kind);

        Assert.Equal(1, await SendAll());
        harness.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(0, await SendAll());

        await Ask(operators => operators.Resume);
        Assert.Equal(1, await SendAll());
        Assert.Equal(EmailState.Sent, (await Only(TestEmail.Kind)).State);
    }

    [Fact]
    public async Task One_that_waited_longer_than_half_a_day_goes_out_only_if_somebody_sends_it_again()
    {
        await Write(crew, TestEmail.Kind);
        await Suspend();
        harness.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMinutes(1));
        await Write(crew, TestEmail.Kind);
        await Ask(operators => operators.Resume);

        Assert.Equal(1, await SendAll());
        var old = (await crew.Letters(TestEmail.Kind))[0];
        Assert.Equal((EmailState.NotDelivered, true), (old.State, old.MaySendAgain));
        Assert.StartsWith("The operator was suspended", old.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_proves_a_waiver_and_guards_a_sign_in_goes_out_all_the_same()
    {
        await Suspend();
        await Write(crew, WaiverAnchorEmail.Kind, new WaiverAnchor(7, "abc", "key").ToJson());
        await Write(crew, PasskeyCeremony.EmailKind, "{\"Added\":true}");

        Assert.Equal(2, await SendAll());
        var anchor = post.Carried.Single(message => message.Subject == "Waiver book: record 7");
        Assert.DoesNotContain("/waivers/book", anchor.TextBody, StringComparison.Ordinal);
    }

    private Task Suspend() => Ask(operators => (slug, cancel) => operators.Suspend(slug, false, cancel));

    private async Task Ask(
        Func<OperatorActions, Func<string, CancellationToken, Task<ShipCaptainCrew.Domain.Outcome>>> what)
    {
        var slug =
            await harness.In(crew.OperatorId,
                db => db.Operators.Where(theOperator => theOperator.Id == crew.OperatorId)
                    .Select(theOperator => theOperator.Slug).SingleAsync());
        Assert.Null(
            (await harness.With(Guid.Empty,
                services =>
                    what(services.GetRequiredService<OperatorActions>())(
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

    /// <summary>How many went out.</summary>
    private async Task<int> SendAll()
    {
        var before = post.Carried.Count;
        while (await harness.With(Guid.Empty,
            services => services.GetRequiredService<EmailDelivery>()
                .Next(post, TestContext.Current.CancellationToken)) is not null)
        {
            // One after another, as the postman does.
        }

        return post.Carried.Count - before;
    }

    private sealed class Carrier : IMailTransport
    {
        public List<MimeMessage> Carried { get; } = [];

        public ValueTask DisposeAsync() => default;

        public Task<DeliveryResult> Send(MimeMessage message)
        {
            Carried.Add(message);
            return Task.FromResult(new DeliveryResult(DeliveryOutcome.Delivered, "250 Taken"));
        }
    }
}
