using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Live;

namespace ShipCaptainCrew.Tests.Live;

public sealed class ChangeBroadcasterTests
{
    private static readonly Guid Operator = Guid.CreateVersion7();

    private readonly FakeTimeProvider clock = new();
    private readonly ChangeBroadcaster broadcaster;

    public ChangeBroadcasterTests() => broadcaster = new(clock);

    [Fact]
    public async Task A_client_that_stops_reading_is_disconnected_and_a_slow_one_only_misses_changes()
    {
        var (silentDisconnects, slowDisconnects) = (0, 0);
        using var silentClient = broadcaster.Subscribe(Operator, null, () => silentDisconnects++);
        using var slowClient = broadcaster.Subscribe(Operator, null, () => slowDisconnects++);
        var stalled = new TaskCompletionSource();
        await using var message = Send(silentClient, _ => stalled.Task);
        var sending = message.MoveNextAsync();

        for (var fifth = 0; fifth <= 64; fifth++)
        {
            Assert.Equal(0, silentDisconnects);
            Publish(fifth);
            clock.Advance(TimeSpan.FromSeconds(0.2));
            if (fifth % 10 == 9) await slowClient.Changes.ReadAsync(TestContext.Current.CancellationToken);
        }

        for (var missed = 0; missed < 10; missed++) Publish(missed);
        Assert.Equal((1, true), (silentDisconnects, silentClient.HasMissed()));
        Assert.Equal((0, true), (slowDisconnects, slowClient.HasMissed()));
        stalled.SetResult();
        Assert.True(await sending);
    }

    [Fact]
    public async Task A_burst_of_changes_disconnects_nobody()
    {
        var disconnects = 0;
        using var client = broadcaster.Subscribe(Operator, null, () => disconnects++);
        await using var message = Send(client, _ => Task.CompletedTask);
        Assert.True(await message.MoveNextAsync());

        for (var change = 0; change < 1000; change++) Publish(change);

        Assert.Equal((0, true), (disconnects, client.HasMissed()));
    }

    [Fact]
    public async Task A_client_that_does_not_take_one_message_for_30_seconds_is_disconnected()
    {
        var disconnects = 0;
        using var client = broadcaster.Subscribe(Operator, null, () => disconnects++);
        await using var messages = Send(client, _ => Task.CompletedTask);
        Assert.True(await messages.MoveNextAsync());
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.True(await messages.MoveNextAsync());

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, disconnects);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, disconnects);
    }

    [Fact]
    public async Task An_early_timer_does_not_prevent_the_disconnect()
    {
        var (disconnects, early) = (0, new EarlyTimers());
        using var client = new ChangeBroadcaster(early).Subscribe(Operator, null, () => disconnects++);
        await using var messages = Send(client, _ => Task.CompletedTask);
        Assert.True(await messages.MoveNextAsync());

        early.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, disconnects);
        early.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, disconnects);
    }

    [Fact]
    public void A_client_that_waits_for_changes_is_not_disconnected()
    {
        var disconnects = 0;
        using var client = broadcaster.Subscribe(Operator, null, () => disconnects++);

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, disconnects);
    }

    [Fact]
    public void A_subscriber_to_one_charter_gets_no_changes_of_others()
    {
        var disconnects = 0;
        using var subscription = broadcaster.Subscribe(Operator, Guid.CreateVersion7(), () => disconnects++);

        for (var second = 0; second < 100; second++) Publish(second);

        Assert.Equal((0, false, 0), (disconnects, subscription.HasMissed(), subscription.Changes.Count));
    }

    private static IAsyncEnumerator<string> Send(StreamSubscription client, Func<CancellationToken, Task> untilWritable)
    {
        var messages = new[] { "hello", "heartbeat" }.ToAsyncEnumerable();
        return client.Send(messages, untilWritable, TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    private void Publish(long seq)
    {
        var actor = new Actor(null, clock.GetUtcNow());
        var entry = new LogEntry(Operator, seq, actor, new TestEvent(), "{}", LogEntry.Genesis);
        broadcaster.AfterCommit([new(new TestEvent(), entry)]);
    }

    /// <summary>Its timers end 0.01 % too early.</summary>
    private sealed class EarlyTimers : FakeTimeProvider
    {
        public override long GetTimestamp() => base.GetTimestamp() / 10_000 * 9_999;
    }

    private sealed record TestEvent() : DomainEvent("test.something", Operator, null);
}
