using System.Collections.Concurrent;
using System.Threading.Channels;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Live;

/// <summary>What is told to whoever watches: that something changed, never what. Each watcher then asks with their own rights.</summary>
public sealed record LiveNews(string Kind, Guid? CharterId, long Revision, DateTimeOffset At);

/// <summary>Knows who is watching which operator, and tells them after each commit.</summary>
public sealed class Newsroom : IEcho
{
    /// <summary>A watcher this far behind is told to start over rather than waited for.</summary>
    private const int Backlog = 64;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Watcher, bool>> watchers = [];

    public Watcher Watch(Guid operatorId, Guid? charterId)
    {
        var watcher = new Watcher(charterId, Backlog, gone => Leave(operatorId, gone));
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
public sealed class Watcher(Guid? charterId, int backlog, Action<Watcher> leave) : IDisposable
{
    private readonly Channel<LiveNews> news = Channel.CreateBounded<LiveNews>(
        new BoundedChannelOptions(backlog) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int missed;

    public ChannelReader<LiveNews> News => news.Reader;

    /// <summary>Whether anything was lost since the last time this was asked.</summary>
    public bool HasMissed() => Interlocked.Exchange(ref missed, 0) == 1;

    public void Hear(LiveNews item)
    {
        if (charterId is not null && item.CharterId != charterId) return;
        if (!news.Writer.TryWrite(item)) Interlocked.Exchange(ref missed, 1);
    }

    public void Dispose() => leave(this);
}
