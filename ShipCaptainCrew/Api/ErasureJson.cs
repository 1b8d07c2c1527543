namespace ShipCaptainCrew.Api;

internal sealed record ErasureJson(string Rule, DateTimeOffset At);
