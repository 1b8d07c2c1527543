namespace ShipCaptainCrew.Api;

internal sealed record RequestOriginJson(string? Device, string? Address);
