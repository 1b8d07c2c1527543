using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Event streams. The API takes the operator from the session, pages take it from the address.</summary>
internal static class LiveApi
{
    public static void MapStreams(this RouteGroupBuilder api) =>
        api.MapGet("/events/{id:guid}/stream", OfCharter)
            .StaysOpen()
            .WithName("streamCharter")
            .WithSummary("Streams the charter's changes as server-sent events")
            .TakesHeaders("Last-Event-ID").Refuses(429).Produces<string>(200, "text/event-stream");

    public static void MapPageStreams(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{operator:slug}/stream", OfOperator).StaysOpen();
        app.MapGet("/{operator:slug}/charters/{id:guid}/stream", OfCharter).StaysOpen();
    }

    /// <summary>No request timeout, but a limit on concurrent streams.</summary>
    private static RouteHandlerBuilder StaysOpen(this RouteHandlerBuilder stream)
    {
        stream.DisableRequestTimeout();
        return stream.RequireRateLimiting(RateLimits.Stream);
    }

    private static IResult OfOperator(HttpContext http, Viewer viewer, ShipCaptainCrew.Live.EventStream stream) =>
        stream.For(http, viewer, null);

    private static async Task<IResult> OfCharter(
        Guid id, HttpContext http, Viewer viewer, AppDbContext db, ShipCaptainCrew.Live.EventStream stream)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        if (charter is null || !viewer.Sees(charter)) return new Refused(Refusal.NotFound());
        db.ChangeTracker.Clear();
        return stream.For(http, viewer, id);
    }
}
