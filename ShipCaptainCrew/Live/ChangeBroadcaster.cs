using System.Collections.Concurrent;
using System.Threading.Channels;
using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Live;

/// <summary>
/// What is told to whoever watches: that something changed, never what. Each watcher then asks with their own rights.
/// </summary>
public sealed record LiveChange(string Kind, Guid? CharterId, long Revision, DateTimeOffset At);

/// <summary>Knows who is watching which operator, and tells them after each commit.</summary>
public sealed class ChangeBroadcaster(TimeProvider clock) : ICommitListener
{
    /// <summary>A watcher this far behind is told to start over rather than waited for.</summary>
    private const int Backlog = 64;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<StreamSubscription, bool>> subscriptions = [];

    /// <param name="cut">Ends a watcher who reads no more.</param>
    public StreamSubscription Subscribe(Guid operatorId, Guid? charterId, Action cut)
    {
        var subscription = new StreamSubscription(charterId, Backlog, clock, cut, gone => Leave(operatorId, gone));
        subscriptions.GetOrAdd(operatorId, _ => []).TryAdd(subscription, true);
        return subscription;
    }

    public void AfterCommit(IReadOnlyList<LoggedEvent> events)
    {
        foreach (var (domainEvent, entry) in events) Publish(
            entry.OperatorId, new(domainEvent.Kind, domainEvent.CharterId, entry.Seq, entry.At));
    }

    private void Publish(Guid operatorId, LiveChange news)
    {
        if (!subscriptions.TryGetValue(operatorId, out var watching)) return;
        foreach (var subscription in watching.Keys) subscription.Hear(news);
    }

    private void Leave(Guid operatorId, StreamSubscription subscription)
    {
        if (subscriptions.TryGetValue(operatorId, out var watching)) watching.TryRemove(subscription, out _);
    }
}

/// <summary>One open stream: of one charter or, without one, of the whole operator.</summary>
public sealed class StreamSubscription(
    Guid? charterId, int backlog, TimeProvider clock, Action cut, Action<StreamSubscription> leave)
    : IDisposable
{
    private static readonly TimeSpan LongestFull = TimeSpan.FromSeconds(15);

    private readonly Channel<LiveChange> changes = Channel.CreateBounded<LiveChange>(
        new BoundedChannelOptions(backlog) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int missed;
    private long? fullSince;
    private bool hasLeft;

    public ChannelReader<LiveChange> Changes => changes.Reader;

    /// <summary>Whether anything was lost since the last time this was asked.</summary>
    public bool HasMissed() => Interlocked.Exchange(ref missed, 0) == 1;

    public void Hear(LiveChange item)
    {
        if (charterId is not null && item.CharterId != charterId) return;
        if (changes.Writer.TryWrite(item)) fullSince = null;
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
