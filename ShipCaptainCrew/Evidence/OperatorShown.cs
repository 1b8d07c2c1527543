namespace ShipCaptainCrew.Evidence;

public sealed record OperatorShown(Guid Id, string Name);
