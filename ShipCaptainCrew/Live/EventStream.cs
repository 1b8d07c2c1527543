using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Live;

/// <summary>
/// The news as server-sent events: a first message at once, each change as it happens, a heartbeat every 15 seconds. It
/// ends with the server, and within half a minute of the right to watch.
/// </summary>
public sealed class EventStream(
    ChangeBroadcaster broadcaster, IServiceScopeFactory scopes, IHostApplicationLifetime life, TimeProvider clock)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RightsEvery = Heartbeat;
    private static readonly TimeSpan Replayed = TimeSpan.FromDays(7);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
    private const int MostMissed = 1000;

    public IResult For(HttpContext http, Viewer viewer, Guid? charterId)
    {
        var stopping = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(stopping);
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Items(http, viewer, charterId, stopping.Token));
    }

    private async IAsyncEnumerable<SseItem<string>> Items(
        HttpContext http, Viewer viewer, Guid? charterId, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var subscription = broadcaster.Subscribe(viewer.OperatorId, charterId, http.Abort);
        var (head, missed) = await Missed(http.Request.Headers["Last-Event-ID"], viewer, charterId);
        foreach (var item in missed) yield return item;
        var rightsUntil = clock.GetUtcNow() + RightsEvery;
        while (!cancel.IsCancellationRequested)
        {
            var news = await Next(subscription.Changes, cancel);
            if (cancel.IsCancellationRequested) yield break;
            if (clock.GetUtcNow() >= rightsUntil)
            {
                if (!await StillMay(http, viewer, charterId)) yield break;
                rightsUntil = clock.GetUtcNow() + RightsEvery;
            }

            if (subscription.HasMissed()) yield return Signal("reset");
            if (news is null) yield return Signal("heartbeat");
            else if (news.Revision > head) yield return Change(news);
        }
    }

    /// <summary>
    /// What happened since the id the browser last saw; a "reset" where that cannot be told. The hello names the
    /// present revision, so that a page rendered before it need not ask again, and one that missed something does.
    /// </summary>
    /// <returns>The last revision told of, and the messages that tell it.</returns>
    private async Task<(long Head, IReadOnlyList<SseItem<string>> Items)> Missed(
        string? lastEventId, Viewer viewer, Guid? charterId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.UseOperator(viewer.OperatorId, viewer.MemberId);
        var entries = db.Log.AsNoTracking().Where(entry => charterId == null || entry.CharterId == charterId);
        var head = await entries.MaxAsync(entry => (long?)entry.Seq) ?? 0;
        if (string.IsNullOrEmpty(lastEventId)) return (head, [Signal("hello", head, head)]);
        var oldest = clock.GetUtcNow() - Replayed;
        if (!long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            || !await db.Log.AnyAsync(entry => entry.Seq == seen && entry.At >= oldest))
                return (head, [Signal("reset", head, head)]);
        var missed = await entries.Where(entry => entry.Seq > seen && entry.Seq <= head).OrderBy(entry => entry.Seq)
            .Take(MostMissed + 1).ToListAsync();
        return (head, missed.Count > MostMissed
            ? [Signal("reset", head, head)]
            : [Signal("hello", head, seen),
                .. missed.Select(entry => Change(new(entry.Kind, entry.CharterId, entry.Seq, entry.At)))]);
    }

    /// <summary>The next piece of news, or null when it is time for a heartbeat.</summary>
    private async Task<LiveChange?> Next(ChannelReader<LiveChange> news, CancellationToken cancel)
    {
        using var beat = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(beat.Token, cancel);
        try
        {
            return await news.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<bool> StillMay(HttpContext http, Viewer viewer, Guid? charterId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<SessionResolver>();
        var (_, now) = await sessions.Check(http.User, viewer.OperatorSlug, CancellationToken.None);
        if (now is null) return false;
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.UseOperator(now.OperatorId, now.MemberId);
        return charterId is null
            || await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == charterId) is { } charter
                && now.Sees(charter);
    }

    private static SseItem<string> Change(LiveChange news) => Message(
        "change", new { kind = news.Kind, revision = news.Revision, at = WireTime.Text(news.At) }, news.Revision);

    /// <param name="id">Where to resume from, should the line be cut right after.</param>
    private SseItem<string> Signal(string name, long? revision = null, long? id = null) =>
        Message(name, new { revision, now = WireTime.Text(clock.GetUtcNow()) }, id);

    private static SseItem<string> Message(string name, object data, long? id) =>
        new(JsonSerializer.Serialize(data),
            name) { EventId = id?.ToString(CultureInfo.InvariantCulture), ReconnectionInterval = Retry };
}
