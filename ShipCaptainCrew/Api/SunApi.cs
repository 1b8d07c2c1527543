using ShipCaptainCrew.Domain.Sun;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Api;

/// <summary>The time server: what the Sun does on a date at a place, for anybody who asks.</summary>
internal static class SunApi
{
    public static void MapSun(this RouteGroupBuilder api) =>
        api.MapGet("/sun", OnDate).AllowAnonymous().RequireRateLimiting(RateLimits.Open)
            .WithSummary("What the Sun does on a date at a place").Asks<SunQuery>().Refuses(429).Produces<SunJson>();

    private static IResult OnDate(HttpRequest request)
    {
        var query = request.ReadQuery();
        var latitude = query.Number("latitude", null, -90, 90, required: "Give the latitude in degrees, north positive.");
        var longitude = query.Number("longitude", null, -180, 180, required: "Give the longitude in degrees, east positive.");
        var date = query.Date("date", null, required: "Give the date, like 2026-07-04.");
        var name = query.TimeZone("time_zone", null);
        if (query.Refusal is { } bad) return new Refused(bad);
        var zone = name is null ? NauticalZone.At(longitude!.Value) : TimeZoneInfo.FindSystemTimeZoneById(name);
        return Results.Ok(SunJson.Of(SunTimes.On(date!.Value, latitude!.Value, longitude!.Value, zone), zone.Id));
    }
}

/// <summary>One day of the Sun on the wire; null where an event does not fall on the date.</summary>
internal sealed record SunJson(
    DateOnly Date, double Latitude, double Longitude, string TimeZone, DateTimeOffset? Sunrise, DateTimeOffset? Sunset,
    DateTimeOffset? CivilDawn, DateTimeOffset? CivilDusk, DateTimeOffset? SolarNoon, Polar? Polar)
{
    public static SunJson Of(SunDay day, string zone) => new(
        day.Date, day.Latitude, day.Longitude, zone, day.Sunrise, day.Sunset, day.CivilDawn, day.CivilDusk, day.SolarNoon, day.Polar);
}
