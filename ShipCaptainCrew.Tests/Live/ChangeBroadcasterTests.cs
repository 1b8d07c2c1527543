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
    public async Task Who_reads_nothing_for_long_is_cut_and_who_is_only_slow_is_told_to_start_over()
    {
        var (gone, slow) = (0, 0);
        using var silent = broadcaster.Subscribe(Operator, null, () => gone++);
        using var reader = broadcaster.Subscribe(Operator, null, () => slow++);

        for (var second = 0; second <= 64 + 15; second++)
        {
            Tell(second);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(second >= 64 + 15, gone > 0);
            if (second % 10 == 9) await reader.Changes.ReadAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, true, true), (slow, reader.HasMissed(), silent.HasMissed()));
    }

    [Fact]
    public void Who_watches_one_charter_hears_nothing_of_the_others()
    {
        var cut = 0;
        using var subscription = broadcaster.Subscribe(Operator, Guid.CreateVersion7(), () => cut++);

        for (var second = 0; second < 100; second++) Tell(second);

        Assert.Equal((0, false, 0), (cut, subscription.HasMissed(), subscription.Changes.Count));
    }

    private void Tell(long seq) =>
        broadcaster.AfterCommit(
            [
                new(new Something(),
                    new LogEntry(
                        Operator, seq, new Actor(null, clock.GetUtcNow()), new Something(), "{}", LogEntry.Genesis))]);

    private sealed record Something() : DomainEvent("test.something", Operator, null);
}
