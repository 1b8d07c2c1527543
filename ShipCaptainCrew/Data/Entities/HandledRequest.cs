using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// A handled request with an idempotency key, kept for seven days, so that the same request sent again changes nothing.
/// It has the key, the body's hash and the id of the result. A refused request is not kept, so that it can be corrected
/// and sent again with the same key.
/// </summary>
public sealed class HandledRequest : IOwned
{
    public static readonly TimeSpan RetentionPeriod = TimeSpan.FromDays(7);
    private const int MaxKeyLength = 200;

    public Guid OperatorId { get; private set; }
    public Guid MemberId { get; private set; }
    public string Route { get; private set; } = "";
    public string Key { get; private set; } = "";
    public string BodyHash { get; private set; } = "";
    public bool Created { get; private set; }
    public Guid ResultId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>
    /// The outcome of the same request handled before; a refusal if the key was used for a different request; null for
    /// a new request.
    /// </summary>
    public static async Task<Outcome?> Find(AppDbContext db, IdempotencyKey? idempotencyKey, CancellationToken cancel)
    {
        if (idempotencyKey is null) return null;
        if (idempotencyKey.Key.Length > MaxKeyLength)
            return Refusal.Invalid(
                "Idempotency-Key", new LocalizedText("Keep the key to {0} characters.", MaxKeyLength));
        var handled = await db.Set<HandledRequest>().AsNoTracking().FirstOrDefaultAsync(
            row => row.MemberId == (db.MemberId ?? Guid.Empty) && row.Route == idempotencyKey.Route
                && row.Key == idempotencyKey.Key,
            cancel);
        if (handled is null) return null;
        return handled.BodyHash == idempotencyKey.BodyHash
            ? Outcome.Replay(handled.ResultId, handled.Created)
            : Refusal.Invalid("Idempotency-Key", "This key was already used for another request.");
    }

    /// <summary>Adds the request to the pending changes.</summary>
    public static void Remember(AppDbContext db, IdempotencyKey? idempotencyKey, Outcome outcome, Actor actor)
    {
        if (idempotencyKey is null) return;
        db.Add(new HandledRequest
        {
            OperatorId = db.OperatorId,
            MemberId = db.MemberId ?? Guid.Empty,
            Route = idempotencyKey.Route,
            Key = idempotencyKey.Key,
            BodyHash = idempotencyKey.BodyHash,
            Created = outcome.Created,
            ResultId = outcome.Id,
            At = actor.At,
        });
    }
}
