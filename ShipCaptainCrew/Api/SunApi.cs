using ShipCaptainCrew.Domain.Sun;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Sun times of a date and place. Needs no sign-in.</summary>
internal static class SunApi
{
    public static void MapSun(this RouteGroupBuilder api) =>
        api.MapGet("/sun", OnDate)
            .AllowAnonymous().RequireRateLimiting(RateLimits.Open)
            .WithName("getSunTimes")
            .WithSummary("Gets sun times of a date and place")
            .TakesQuery<SunQuery>().Refuses(429).Produces<SunJson>();

    private static IResult OnDate(HttpRequest request)
    {
        var query = request.ReadQuery();
        var latitude =
            query.Number("latitude", null, -90, 90, required: "Give the latitude in degrees, north positive.");
        var longitude =
            query.Number("longitude", null, -180, 180, required: "Give the longitude in degrees, east positive.");
        var date = query.Date("date", null, required: "Give the date, like 2026-07-04.");
        var name = query.TimeZone("time_zone", null);
        if (query.Refusal is { } invalid) return new Refused(invalid);
        var zone = name is null ? NauticalZone.At(longitude!.Value) : TimeZoneInfo.FindSystemTimeZoneById(name);
        return Results.Ok(SunJson.Of(SunTimes.On(date!.Value, latitude!.Value, longitude!.Value, zone), zone.Id));
    }
}
