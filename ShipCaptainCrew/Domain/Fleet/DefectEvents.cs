namespace ShipCaptainCrew.Domain.Fleet;

/// <param name="Charter">The charter on which it was found, whose page is updated.</param>
public sealed record DefectRaised(Guid Id, Guid VesselId, Severity Severity, Guid? Charter)
    : DomainEvent(LogKind, Id, Charter)
{
    public const string LogKind = "defect.raised";
}

public sealed record DefectClosed(Guid Id, Guid VesselId, Guid? Charter) : DomainEvent(LogKind, Id, Charter)
{
    public const string LogKind = "defect.closed";
}
