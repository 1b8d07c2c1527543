namespace ShipCaptainCrew.Evidence;

public sealed record CharterShown(Guid Id, string Title, string Vessel, DateOnly LocalDate, string TimeZone);
