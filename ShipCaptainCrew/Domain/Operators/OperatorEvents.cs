namespace ShipCaptainCrew.Domain.Operators;

public sealed record OperatorSuspended(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "operator.suspended";
}

public sealed record OperatorResumed(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "operator.resumed";
}

/// <summary>The operator's pages have another address, because the program uses the old one itself.</summary>
public sealed record OperatorMoved(Guid Id, string From, string To) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "operator.moved";
}

public sealed record OperatorRenamed(Guid Id, string From, string To) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "operator.renamed";
}
