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

        for (var second = 0; second <= 64 + 15; second++)
        {
            Publish(second);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(second >= 64 + 15, silentDisconnects > 0);
            if (second % 10 == 9) await slowClient.Changes.ReadAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, true, true), (slowDisconnects, slowClient.HasMissed(), silentClient.HasMissed()));
    }

    [Fact]
    public void A_subscriber_to_one_charter_gets_no_changes_of_others()
    {
        var disconnects = 0;
        using var subscription = broadcaster.Subscribe(Operator, Guid.CreateVersion7(), () => disconnects++);

        for (var second = 0; second < 100; second++) Publish(second);

        Assert.Equal((0, false, 0), (disconnects, subscription.HasMissed(), subscription.Changes.Count));
    }

    private void Publish(long seq)
    {
        var actor = new Actor(null, clock.GetUtcNow());
        var entry = new LogEntry(Operator, seq, actor, new TestEvent(), "{}", LogEntry.Genesis);
        broadcaster.AfterCommit([new(new TestEvent(), entry)]);
    }

    private sealed record TestEvent() : DomainEvent("test.something", Operator, null);
}
