using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// Remembers that a wish was granted, for seven days, so that the same wish sent again changes nothing. Kept are the
/// key, the body's hash and which thing came of it; a refused wish is not remembered, so that it may be mended under
/// the same key.
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
    /// The outcome of the same wish granted before, a refusal where the key was used for another, or null for a new
    /// one.
    /// </summary>
    public static async Task<Outcome?> Find(AppDbContext db, IdempotencyKey? idempotencyKey, CancellationToken cancel)
    {
        if (idempotencyKey is null) return null;
        if (idempotencyKey.Key.Length > MaxKeyLength)
            return Refusal.Invalid(
                "Idempotency-Key", new LocalizedText("Keep the key to {0} characters.", MaxKeyLength));
        var seen = await db.Set<HandledRequest>().AsNoTracking().FirstOrDefaultAsync(
            row => row.MemberId == (db.MemberId ?? Guid.Empty) && row.Route == idempotencyKey.Route
                && row.Key == idempotencyKey.Key,
            cancel);
        if (seen is null) return null;
        return seen.BodyHash == idempotencyKey.BodyHash
            ? Outcome.Replay(seen.ResultId, seen.Created)
            : Refusal.Invalid("Idempotency-Key", "This key was already used for another request.");
    }

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

internal sealed class HandledRequestConfiguration : IEntityTypeConfiguration<HandledRequest>
{
    public void Configure(EntityTypeBuilder<HandledRequest> builder)
    {
        builder.ToTable("repeats");
        builder.Property(row => row.ResultId).HasColumnName("ThingId");
        builder.HasKey(row => new { row.OperatorId, row.MemberId, row.Route, row.Key });
        builder.HasIndex(row => row.At);
    }
}
