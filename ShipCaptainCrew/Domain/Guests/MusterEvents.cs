namespace ShipCaptainCrew.Domain.Guests;

public sealed record HeadCounted(Guid Charter, Guid MusterId, CountOf Which, int Guests)
    : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "head_count.given";
}

public sealed record OrientationHeld(Guid Charter, Guid MusterId) : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "orientation.held";
}

public sealed record CountSentAshore(Guid Charter, Guid MusterId, int Guests) : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "count.sent_ashore";
}

public sealed record IncidentNoted(Guid Charter, Guid MusterId) : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "incident.noted";
}
