namespace ShipCaptainCrew.Evidence;

public sealed record ChildShown(string Name, DateOnly BirthDate, Guid GuestId);
