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
