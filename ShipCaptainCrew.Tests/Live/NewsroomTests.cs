using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Live;

namespace ShipCaptainCrew.Tests.Live;

public sealed class NewsroomTests
{
    private static readonly Guid Operator = Guid.CreateVersion7();

    private readonly FakeTimeProvider clock = new();
    private readonly Newsroom newsroom;

    public NewsroomTests() => newsroom = new(clock);

    [Fact]
    public async Task Who_reads_nothing_for_long_is_cut_and_who_is_only_slow_is_told_to_start_over()
    {
        var (gone, slow) = (0, 0);
        using var silent = newsroom.Watch(Operator, null, () => gone++);
        using var reader = newsroom.Watch(Operator, null, () => slow++);

        for (var second = 0; second <= 64 + 15; second++)
        {
            Tell(second);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(second >= 64 + 15, gone > 0);
            if (second % 10 == 9) await reader.News.ReadAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, true, true), (slow, reader.HasMissed(), silent.HasMissed()));
    }

    [Fact]
    public void Who_watches_one_charter_hears_nothing_of_the_others()
    {
        var cut = 0;
        using var watcher = newsroom.Watch(Operator, Guid.CreateVersion7(), () => cut++);

        for (var second = 0; second < 100; second++) Tell(second);

        Assert.Equal((0, false, 0), (cut, watcher.HasMissed(), watcher.News.Count));
    }

    private void Tell(long seq) =>
        newsroom.AfterCommit([new(new Something(), new LogEntry(Operator, seq, new By(null, clock.GetUtcNow()), new Something(), "{}", LogEntry.Genesis))]);

    private sealed record Something() : Announcement("test.something", Operator, null);
}
