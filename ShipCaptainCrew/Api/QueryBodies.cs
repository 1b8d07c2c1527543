using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

internal sealed record SliceQuery(int? Limit = null, string? Cursor = null);

internal sealed record EventQuery(
    DateOnly? From = null, DateOnly? To = null, CharterStatus? Status = null, EventListView? View = null,
    int? Limit = null, string? Cursor = null);

internal sealed record SunQuery(double Latitude, double Longitude, DateOnly Date, string? TimeZone = null);
