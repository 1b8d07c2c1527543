using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Evidence;

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
