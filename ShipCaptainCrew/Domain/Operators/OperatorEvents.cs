namespace ShipCaptainCrew.Domain.Operators;

public sealed record OperatorSuspended(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "operator.suspended";
}

public sealed record OperatorResumed(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "operator.resumed";
}
