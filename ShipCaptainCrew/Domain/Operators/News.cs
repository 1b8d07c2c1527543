namespace ShipCaptainCrew.Domain.Operators;

public sealed record OperatorSuspended(Guid Id) : Announcement("operator.suspended", Id);

public sealed record OperatorResumed(Guid Id) : Announcement("operator.resumed", Id);
