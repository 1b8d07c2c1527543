using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// How long a signed waiver is kept, and whether it is on hold. Separate from the record, which never changes.
/// </summary>
public sealed class WaiverRetention : OwnedEntity
{
    private WaiverRetention()
    {
    }

    public WaiverRetention(Guid operatorId, Guid waiverId, DateOnly retainUntil)
        : base(operatorId) =>
        (WaiverId, RetainUntil) = (waiverId, retainUntil);

    public Guid WaiverId { get; private set; }

    /// <summary>The last local day on which it must be kept.</summary>
    public DateOnly RetainUntil { get; private set; }

    /// <summary>Why it is kept longer; null if it is not on hold.</summary>
    public string? HoldReason { get; private set; }

    public Guid? HeldBy { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }

    public bool IsHeld => HeldAt is not null;

    public void Hold(string reason, WaiverRecord record, Actor actor)
    {
        if (HoldReason == reason) return;
        (HoldReason, HeldBy, HeldAt) = (reason, actor.MemberId, actor.At);
        Raise(new WaiverHeld(record.CharterId, WaiverId));
    }

    public void Release(WaiverRecord record)
    {
        if (!IsHeld) return;
        (HoldReason, HeldBy, HeldAt) = (null, null, null);
        Raise(new WaiverHoldLifted(record.CharterId, WaiverId));
    }

    /// <summary>Raises the event that the waiver was erased.</summary>
    public void End(WaiverRecord record) => Raise(new WaiverErased(record.CharterId, WaiverId, record.Seq));
}

public sealed record WaiverHeld(Guid Charter, Guid WaiverId) : DomainEvent(LogKind, WaiverId, Charter)
{
    public const string LogKind = "waiver.held";
}

public sealed record WaiverHoldLifted(Guid Charter, Guid WaiverId) : DomainEvent(LogKind, WaiverId, Charter)
{
    public const string LogKind = "waiver.hold_lifted";
}

public sealed record WaiverErased(Guid Charter, Guid WaiverId, long Seq) : DomainEvent(LogKind, WaiverId, Charter)
{
    public const string LogKind = "waiver.erased";
}

internal sealed class WaiverRetentionConfiguration
    : IEntityTypeConfiguration<WaiverRetention>, IEntityTypeConfiguration<WaiverRecord>
{
    public void Configure(EntityTypeBuilder<WaiverRetention> builder)
    {
        builder.ToTable("waiver_keeping");
        builder.HasKey(row => new { row.OperatorId, row.WaiverId });
        builder.Ignore(row => row.Id);
        builder.Ignore(row => row.IsHeld);
        builder.HasIndex(row => new { row.OperatorId, row.RetainUntil });
    }

    public void Configure(EntityTypeBuilder<WaiverRecord> builder)
    {
        builder.ToTable("waivers");
        builder.HasKey(row => new { row.OperatorId, row.Seq });
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.Ignore(row => row.Header);
        builder.HasIndex(row => new { row.OperatorId, row.Id }).IsUnique();
        builder.HasIndex(row => new { row.OperatorId, row.CharterId });
    }
}
