using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>
/// Remembers that a wish was granted, for seven days, so that the same wish sent again changes nothing. Kept are the key, the
/// body's hash and which thing came of it; a refused wish is not remembered, so that it may be mended under the same key.
/// </summary>
public sealed class Repeat : IOwned
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private const int LongestKey = 200;

    public Guid OperatorId { get; private set; }
    public Guid MemberId { get; private set; }
    public string Route { get; private set; } = "";
    public string Key { get; private set; } = "";
    public string BodyHash { get; private set; } = "";
    public bool Created { get; private set; }
    public Guid ThingId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The outcome of the same wish granted before, a refusal where the key was used for another, or null for a new one.</summary>
    public static async Task<Outcome?> Of(ShipDb db, Once? once, CancellationToken cancel)
    {
        if (once is null) return null;
        if (once.Key.Length > LongestKey) return Refusal.Invalid("Idempotency-Key", new Words("Keep the key to {0} characters.", LongestKey));
        var seen = await db.Set<Repeat>().AsNoTracking().FirstOrDefaultAsync(
            row => row.MemberId == (db.MemberId ?? Guid.Empty) && row.Route == once.Route && row.Key == once.Key, cancel);
        if (seen is null) return null;
        return seen.BodyHash == once.BodyHash
            ? Outcome.Replay(seen.ThingId, seen.Created)
            : Refusal.Invalid("Idempotency-Key", "This key was already used for another request.");
    }

    public static void Remember(ShipDb db, Once? once, Outcome outcome, By by)
    {
        if (once is null) return;
        db.Add(new Repeat
        {
            OperatorId = db.OperatorId,
            MemberId = db.MemberId ?? Guid.Empty,
            Route = once.Route,
            Key = once.Key,
            BodyHash = once.BodyHash,
            Created = outcome.Created,
            ThingId = outcome.Id,
            At = by.At,
        });
    }
}

internal sealed class RepeatConfiguration : IEntityTypeConfiguration<Repeat>
{
    public void Configure(EntityTypeBuilder<Repeat> builder)
    {
        builder.ToTable("repeats");
        builder.HasKey(row => new { row.OperatorId, row.MemberId, row.Route, row.Key });
        builder.HasIndex(row => row.At);
    }
}
