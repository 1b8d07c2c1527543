namespace ShipCaptainCrew.Domain.Operators;

public sealed record OperatorSuspended(Guid Id) : Announcement(LogKind, Id)
{
    public const string LogKind = "operator.suspended";
}

public sealed record OperatorResumed(Guid Id) : Announcement(LogKind, Id)
{
    public const string LogKind = "operator.resumed";
}
