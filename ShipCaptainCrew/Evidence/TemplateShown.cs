namespace ShipCaptainCrew.Evidence;

public sealed record TemplateShown(Guid Id, string Name, int Version, string Sha256);
