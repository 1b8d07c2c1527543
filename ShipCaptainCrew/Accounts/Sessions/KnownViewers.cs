using Microsoft.Extensions.Caching.Memory;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>
/// Keeps who makes the requests of a session, so that most requests need no query for it. A kept viewer is used only as
/// long as no session, member or operator has changed, so ending a session or a right takes effect on the next request.
/// What depends on the time, such as the end of a session, is to be checked by the caller.
/// </summary>
public sealed class KnownViewers(ChangeCounter changes) : IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The session and viewer of requests to an operator; null if they must be read.</summary>
    /// <param name="slug">The operator in the address of the request, if any.</param>
    public (Session Session, Viewer Viewer)? Find(Guid sessionId, string? slug) =>
        kept.TryGetValue((sessionId, slug), out Entry? entry) && changes.ArePeopleUnchanged(entry!.Since)
            ? (entry.Session, entry.Viewer) : null;

    /// <param name="since">The number of the latest change before they were read.</param>
    public void Keep(Session session, string? slug, Viewer viewer, long since) =>
        kept.Set((session.Id, slug), new Entry(session, viewer, since), new MemoryCacheEntryOptions { Size = 1 });

    /// <summary>Forgets a session after its time of last use was saved.</summary>
    public void Forget(Guid sessionId, string? slug) => kept.Remove((sessionId, slug));

    public void Dispose() => kept.Dispose();

    private sealed record Entry(Session Session, Viewer Viewer, long Since);
}
