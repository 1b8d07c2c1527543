namespace ShipCaptainCrew.Api;

internal sealed record GuestsJson(int? Expected, int Listed, int Signed, int Boarded);
