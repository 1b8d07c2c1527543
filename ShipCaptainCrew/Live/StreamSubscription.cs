using System.Threading.Channels;

namespace ShipCaptainCrew.Live;

/// <summary>One open event stream: of one charter or, without one, of the whole operator.</summary>
public sealed class StreamSubscription(
    Guid? charterId, int backlog, TimeProvider clock, Action disconnect, Action<StreamSubscription> remove)
    : IDisposable
{
    private static readonly TimeSpan LongestFull = TimeSpan.FromSeconds(15);

    private readonly Channel<LiveChange> changes = Channel.CreateBounded<LiveChange>(
        new BoundedChannelOptions(backlog) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int dropped;
    private long? fullSince;
    private bool isDisposed;

    public ChannelReader<LiveChange> Changes => changes.Reader;

    /// <summary>Whether changes were dropped since the last call.</summary>
    public bool HasMissed() => Interlocked.Exchange(ref dropped, 0) == 1;

    public void Add(LiveChange change)
    {
        if (charterId is not null && change.CharterId != charterId) return;
        if (changes.Writer.TryWrite(change)) fullSince = null;
        else Drop();
    }

    public void Dispose()
    {
        isDisposed = true;
        remove(this);
    }

    /// <summary>Records a dropped change, and disconnects a client that has read nothing for too long.</summary>
    private void Drop()
    {
        Interlocked.Exchange(ref dropped, 1);
        fullSince ??= clock.GetTimestamp();
        if (!isDisposed && clock.GetElapsedTime(fullSince.Value) >= LongestFull) disconnect();
    }
}
