namespace ShipCaptainCrew.Api;

internal sealed record AskJson(string Ask);
