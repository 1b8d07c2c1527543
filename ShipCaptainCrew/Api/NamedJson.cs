namespace ShipCaptainCrew.Api;

/// <summary>A reference with the name to show.</summary>
internal sealed record NamedJson(Guid Id, string Name);
