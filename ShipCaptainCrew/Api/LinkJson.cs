namespace ShipCaptainCrew.Api;

internal sealed record LinkJson(string WaiverUrl);
