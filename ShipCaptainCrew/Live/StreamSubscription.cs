using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ShipCaptainCrew.Live;

/// <summary>
/// One open event stream: of one charter or, without one, of the whole operator. A client that stops reading is
/// disconnected: when a message could not be sent for 30 seconds, or for 5 seconds while 64 changes wait.
/// </summary>
public sealed class StreamSubscription : IDisposable
{
    /// <summary>
    /// The number of changes queued. If the client falls further behind, changes are dropped and it must reload.
    /// </summary>
    private const int Backlog = 64;

    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    /// <summary>A full queue alone is not enough: one commit can make more changes than it holds.</summary>
    private static readonly TimeSpan LeastStall = TimeSpan.FromSeconds(5);

    private readonly Guid? charterId;
    private readonly TimeProvider clock;
    private readonly Action disconnect;
    private readonly Action<StreamSubscription> remove;
    private readonly ITimer sendTimer;
    private readonly Lock gate = new();
    private readonly Channel<LiveChange> changes = Channel.CreateBounded<LiveChange>(
        new BoundedChannelOptions(Backlog) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int dropped;
    private long? sendingSince;
    private bool isEnded;

    /// <param name="charterId">The charter; null for all changes of the operator.</param>
    /// <param name="clock">Measures how long a message takes.</param>
    /// <param name="disconnect">Closes the connection of a client that stopped reading.</param>
    /// <param name="remove">Ends the subscription.</param>
    public StreamSubscription(
        Guid? charterId, TimeProvider clock, Action disconnect, Action<StreamSubscription> remove)
    {
        (this.charterId, this.clock, this.disconnect, this.remove) = (charterId, clock, disconnect, remove);
        sendTimer = clock.CreateTimer(
            _ => CheckSend(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ChannelReader<LiveChange> Changes => changes.Reader;

    /// <summary>Whether changes were dropped since the last call.</summary>
    public bool HasMissed() => Interlocked.Exchange(ref dropped, 0) == 1;

    public void Add(LiveChange change)
    {
        if ((charterId is not null && change.CharterId != charterId) || changes.Writer.TryWrite(change)) return;
        Interlocked.Exchange(ref dropped, 1);
        DisconnectAfter(LeastStall);
    }

    /// <summary>Passes the messages on and measures how long the client takes for each.</summary>
    /// <param name="messages">The messages to send.</param>
    /// <param name="untilWritable">Waits until the client can take the next message.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async IAsyncEnumerable<T> Send<T>(IAsyncEnumerable<T> messages, Func<CancellationToken, Task> untilWritable,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var message in messages.WithCancellation(cancel))
        {
            SetSending(clock.GetTimestamp());
            await untilWritable(cancel);
            if (cancel.IsCancellationRequested) yield break;
            yield return message;
            SetSending(null);
        }
    }

    public void Dispose()
    {
        lock (gate) isEnded = true;
        sendTimer.Dispose();
        remove(this);
    }

    private void SetSending(long? since)
    {
        lock (gate)
        {
            sendingSince = since;
            sendTimer.Change(since is null ? Timeout.InfiniteTimeSpan : LongestSend, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Disconnects a client that took too long. A timer can be early: then the rest is waited for.</summary>
    private void CheckSend()
    {
        lock (gate)
        {
            if (DisconnectAfter(LongestSend) is { } rest)
                sendTimer.Change(rest + TimerResolution, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Disconnects the client if its present message takes this long already.</summary>
    /// <returns>How much longer it may take; null if none is being sent or the client is disconnected.</returns>
    private TimeSpan? DisconnectAfter(TimeSpan limit)
    {
        lock (gate)
        {
            if (isEnded || sendingSince is not { } since) return null;
            if (limit - clock.GetElapsedTime(since) is var rest && rest > TimeSpan.Zero) return rest;
            isEnded = true;
            disconnect();
            return null;
        }
    }
}
