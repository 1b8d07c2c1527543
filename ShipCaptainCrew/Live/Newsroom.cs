using System.Collections.Concurrent;
using System.Threading.Channels;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Live;

/// <summary>What is told to whoever watches: that something changed, never what. Each watcher then asks with their own rights.</summary>
public sealed record LiveNews(string Kind, Guid? CharterId, long Revision, DateTimeOffset At);

/// <summary>Knows who is watching which operator, and tells them after each commit.</summary>
public sealed class Newsroom(TimeProvider clock) : IEcho
{
    /// <summary>A watcher this far behind is told to start over rather than waited for.</summary>
    private const int Backlog = 64;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Watcher, bool>> watchers = [];

    /// <param name="cut">Ends a watcher who reads no more.</param>
    public Watcher Watch(Guid operatorId, Guid? charterId, Action cut)
    {
        var watcher = new Watcher(charterId, Backlog, clock, cut, gone => Leave(operatorId, gone));
        watchers.GetOrAdd(operatorId, _ => []).TryAdd(watcher, true);
        return watcher;
    }

    public void AfterCommit(IReadOnlyList<News> news)
    {
        foreach (var (announcement, entry) in news) Tell(entry.OperatorId, new(announcement.Kind, announcement.CharterId, entry.Seq, entry.At));
    }

    private void Tell(Guid operatorId, LiveNews news)
    {
        if (!watchers.TryGetValue(operatorId, out var watching)) return;
        foreach (var watcher in watching.Keys) watcher.Hear(news);
    }

    private void Leave(Guid operatorId, Watcher watcher)
    {
        if (watchers.TryGetValue(operatorId, out var watching)) watching.TryRemove(watcher, out _);
    }
}

/// <summary>One open stream: of one charter or, without one, of the whole operator.</summary>
public sealed class Watcher(Guid? charterId, int backlog, TimeProvider clock, Action cut, Action<Watcher> leave) : IDisposable
{
    private static readonly TimeSpan LongestFull = TimeSpan.FromSeconds(15);

    private readonly Channel<LiveNews> news = Channel.CreateBounded<LiveNews>(
        new BoundedChannelOptions(backlog) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int missed;
    private long? fullSince;
    private bool hasLeft;

    public ChannelReader<LiveNews> News => news.Reader;

    /// <summary>Whether anything was lost since the last time this was asked.</summary>
    public bool HasMissed() => Interlocked.Exchange(ref missed, 0) == 1;

    public void Hear(LiveNews item)
    {
        if (charterId is not null && item.CharterId != charterId) return;
        if (news.Writer.TryWrite(item)) fullSince = null;
        else Miss();
    }

    public void Dispose()
    {
        hasLeft = true;
        leave(this);
    }

    /// <summary>Whoever takes nothing for long has gone without a word, and holds memory and a line.</summary>
    private void Miss()
    {
        Interlocked.Exchange(ref missed, 1);
        fullSince ??= clock.GetTimestamp();
        if (!hasLeft && clock.GetElapsedTime(fullSince.Value) >= LongestFull) cut();
    }
}
