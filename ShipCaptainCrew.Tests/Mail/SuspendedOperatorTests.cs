using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Letters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>Letters of an operator that is suspended: which of them wait, and what becomes of those that did.</summary>
public sealed class SuspendedOperatorTests : IAsyncLifetime
{
    private readonly Carrier post = new();
    private Bridge bridge = null!;
    private Crewed crew = null!;

    public async ValueTask InitializeAsync()
    {
        bridge = await Bridge.At(Ship.Morning);
        crew = await Crewed.Aboard(bridge);
    }

    public ValueTask DisposeAsync() => bridge.DisposeAsync();

    [Fact]
    public async Task They_wait_while_anothers_go_out_and_follow_once_it_is_open_again()
    {
        var open = await Crewed.Aboard(bridge);
        await Write(crew, TestLetter.Kind);
        await Suspend();
        await Write(open, TestLetter.Kind);

        Assert.Equal(1, await SendAll());
        bridge.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(0, await SendAll());

        await Ask(operators => operators.Resume);
        Assert.Equal(1, await SendAll());
        Assert.Equal(LetterState.Sent, (await Only(TestLetter.Kind)).State);
    }

    [Fact]
    public async Task One_that_waited_longer_than_half_a_day_goes_out_only_if_somebody_sends_it_again()
    {
        await Write(crew, TestLetter.Kind);
        await Suspend();
        bridge.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMinutes(1));
        await Write(crew, TestLetter.Kind);
        await Ask(operators => operators.Resume);

        Assert.Equal(1, await SendAll());
        var old = (await crew.Letters(TestLetter.Kind))[0];
        Assert.Equal((LetterState.NotDelivered, true), (old.State, old.MaySendAgain));
        Assert.StartsWith("The operator was suspended", old.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_proves_a_waiver_and_guards_a_sign_in_goes_out_all_the_same()
    {
        await Suspend();
        await Write(crew, AnchorLetter.Kind, new WaiverAnchor(7, "abc", "key").ToJson());
        await Write(crew, Passkeys.LetterKind, "{\"Added\":true}");

        Assert.Equal(2, await SendAll());
        var anchor = post.Carried.Single(letter => letter.Subject == "Waiver book: record 7");
        Assert.DoesNotContain("/waivers/book", anchor.TextBody, StringComparison.Ordinal);
    }

    private Task Suspend() => Ask(operators => (slug, cancel) => operators.Suspend(slug, false, cancel));

    private async Task Ask(Func<OperatorActions, Func<string, CancellationToken, Task<ShipCaptainCrew.Domain.Outcome>>> what)
    {
        var slug = await bridge.In(crew.OperatorId, db => db.Operators.Where(house => house.Id == crew.OperatorId).Select(house => house.Slug).SingleAsync());
        Assert.Null((await bridge.With(Guid.Empty, services => what(services.GetRequiredService<OperatorActions>())(slug, TestContext.Current.CancellationToken))).Refusal);
    }

    private Task<bool> Write(Crewed to, string kind, string facts = "{}") => bridge.Change(to.OperatorId, (db, by) =>
    {
        db.Add(new Letter(kind, $"{Guid.CreateVersion7()}", by.At) { OperatorId = to.OperatorId, MemberId = to.Captain, Facts = facts });
        return Task.FromResult(true);
    });

    private async Task<Letter> Only(string kind) => Assert.Single(await crew.Letters(kind));

    /// <summary>How many went out.</summary>
    private async Task<int> SendAll()
    {
        var before = post.Carried.Count;
        while (await bridge.With(Guid.Empty, services => services.GetRequiredService<Delivery>().Next(post, TestContext.Current.CancellationToken)) is not null)
        {
            // One after another, as the postman does.
        }

        return post.Carried.Count - before;
    }

    private sealed class Carrier : ICarrier
    {
        public List<MimeMessage> Carried { get; } = [];

        public ValueTask DisposeAsync() => default;

        public Task<Verdict> Carry(MimeMessage message)
        {
            Carried.Add(message);
            return Task.FromResult(new Verdict(Fate.Delivered, "250 Taken"));
        }
    }
}
