using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Health checks for a proxy or host: whether the process is alive, and whether it should receive requests. Problems
/// with mail or backups do not make it unready; they are in the detail, for a monitoring program.
/// </summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/healthz").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", Live);
        health.MapGet("/ready", Ready);
        health.MapGet("/detail", Detail).RequireRateLimiting(RateLimits.Open);
    }

    private static IResult Live() => Results.Json(new { status = "live" });

    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancel) =>
        await readiness.Obstacle(cancel) is { } obstacle
            ? Results.Json(
                new { status = "not ready", because = obstacle }, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new { status = "ready" });

    private static Task<IResult> Detail(HealthDetail detail, CancellationToken cancel) => detail.Answer(cancel);
}
