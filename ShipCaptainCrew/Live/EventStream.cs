using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Storage.Connections;

namespace ShipCaptainCrew.Live;

/// <summary>
/// Live updates as server-sent events: a hello at once, each change as it happens, and a heartbeat every 15 seconds.
/// The stream ends when the server stops, within 30 seconds after the viewer loses access, and when the client stops
/// reading.
/// </summary>
public sealed class EventStream(
    ChangeBroadcaster broadcaster, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider clock,
    LogThrottle throttle, ILogger<EventStream> log)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AccessCheckInterval = Heartbeat;
    private static readonly TimeSpan ReplayLimit = TimeSpan.FromDays(7);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
    private const int MaxReplayed = 1000;

    public IResult For(HttpContext http, Viewer viewer, Guid? charterId)
    {
        // The stream reads in scopes of its own.
        http.RequestServices.GetRequiredService<RentedConnection>().Return();
        var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.RegisterForDispose(stopping);
        var subscription = broadcaster.Subscribe(viewer.OperatorId, charterId, () => Disconnect(http));
        http.Response.RegisterForDispose(subscription);
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var items = Items(http, viewer, charterId, subscription, stopping.Token);
        var connection = new StreamConnection(http, TimeProvider.System);
        return TypedResults.ServerSentEvents(subscription.Send(items, connection.UntilWritable, stopping.Token));
    }

    private void Disconnect(HttpContext http)
    {
        throttle.Write(log, LogLevel.Information, "slow stream",
            "A client did not read its event stream: one message waited for 30 seconds, or for 5 while 64 changes "
                + "waited. Its connection was closed.");
        http.Abort();
    }

    private async IAsyncEnumerable<SseItem<string>> Items(
        HttpContext http, Viewer viewer, Guid? charterId, StreamSubscription subscription,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        var (head, missed) = await Missed(http.Request.Headers["Last-Event-ID"], viewer, charterId);
        foreach (var item in missed) yield return item;
        var nextAccessCheck = clock.GetUtcNow() + AccessCheckInterval;
        while (!cancel.IsCancellationRequested)
        {
            var change = await Next(subscription.Changes, cancel);
            if (cancel.IsCancellationRequested) yield break;
            if (clock.GetUtcNow() >= nextAccessCheck)
            {
                if (!await HasAccess(http, viewer, charterId)) yield break;
                nextAccessCheck = clock.GetUtcNow() + AccessCheckInterval;
            }

            if (subscription.HasMissed()) yield return Signal("reset");
            if (change is null) yield return Signal("heartbeat");
            else if (change.Revision > head) yield return Change(change);
        }
    }

    /// <summary>
    /// The changes since the id that the browser last saw, or a reset if they cannot be determined. The hello carries
    /// the present revision, so that a page rendered before it reloads only if it missed something.
    /// </summary>
    /// <returns>The last revision covered, and the messages to send.</returns>
    private async Task<(long Head, IReadOnlyList<SseItem<string>> Items)> Missed(
        string? lastEventId, Viewer viewer, Guid? charterId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.UseOperator(viewer.OperatorId, viewer.MemberId);
        var entries = db.Log.AsNoTracking().Where(entry => charterId == null || entry.CharterId == charterId);
        var head = await entries.MaxAsync(entry => (long?)entry.Seq) ?? 0;
        if (string.IsNullOrEmpty(lastEventId)) return (head, [Signal("hello", head, head)]);
        var oldest = clock.GetUtcNow() - ReplayLimit;
        var isKnown = long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            && await db.Log.AnyAsync(entry => entry.Seq == seen && entry.At >= oldest);
        if (!isKnown) return (head, [Signal("reset", head, head)]);
        var missed = await entries.Where(entry => entry.Seq > seen && entry.Seq <= head).OrderBy(entry => entry.Seq)
            .Take(MaxReplayed + 1).ToListAsync();
        if (missed.Count > MaxReplayed) return (head, [Signal("reset", head, head)]);
        var changes = missed.Select(entry => Change(new(entry.Kind, entry.CharterId, entry.Seq, entry.At)));
        return (head, [Signal("hello", head, seen), .. changes]);
    }

    /// <summary>The next change, or null when a heartbeat is due.</summary>
    private async Task<LiveChange?> Next(ChannelReader<LiveChange> changes, CancellationToken cancel)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, cancel);
        try
        {
            return await changes.ReadAsync(linked.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Whether the viewer may still read the stream; false, so that it ends, if that cannot be read.</summary>
    private async Task<bool> HasAccess(HttpContext http, Viewer viewer, Guid? charterId)
    {
        try
        {
            return await CheckAccess(http, viewer, charterId);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
            throttle.Failed(log, "An event stream ended.", failure);
            return false;
        }
    }

    private async Task<bool> CheckAccess(HttpContext http, Viewer viewer, Guid? charterId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<SessionResolver>();
        var (_, current) = await sessions.Check(http.User, viewer.OperatorSlug, CancellationToken.None);
        if (current is null) return false;
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.UseOperator(current.OperatorId, current.MemberId);
        return charterId is null
            || await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == charterId) is { } charter
                && current.Sees(charter);
    }

    private static SseItem<string> Change(LiveChange change) => Message(
        "change",
        new { kind = change.Kind, revision = change.Revision, at = WireTime.Text(change.At) },
        change.Revision);

    /// <param name="id">The event id from which the browser resumes after a disconnect.</param>
    private SseItem<string> Signal(string name, long? revision = null, long? id = null) =>
        Message(name, new { revision, now = WireTime.Text(clock.GetUtcNow()) }, id);

    private static SseItem<string> Message(string name, object data, long? id) =>
        new(JsonSerializer.Serialize(data), name)
        {
            EventId = id?.ToString(CultureInfo.InvariantCulture),
            ReconnectionInterval = Retry,
        };
}
