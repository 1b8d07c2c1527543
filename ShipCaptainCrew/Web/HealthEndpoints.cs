using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Web;

/// <summary>
/// What a proxy or a host asks: is the process alive, and should it get requests. Mail trouble is not a reason to
/// withhold them.
/// </summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/healthz").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", Live);
        health.MapGet("/ready", Ready);
    }

    private static IResult Live() => Results.Json(new { status = "live" });

    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancel) =>
        await readiness.Obstacle(cancel) is { } obstacle
            ? Results.Json(
                new { status = "not ready", because = obstacle }, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new { status = "ready" });
}
