using System.Security.Claims;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Logs refused requests (401, 403, 429) to the application log, without personal data; the audit log has only what was
/// done. Forms without a valid token are logged by <see cref="FormTokenLog"/>.
/// </summary>
internal sealed class RefusedRequestLog(RequestDelegate next, ILogger<RefusedRequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (!IsRefused(http.Response.StatusCode)) return;
        log.LogInformation(
            "Refused {Status}: {Method} {Route}, session {Session}, visitor {Visitor}",
            http.Response.StatusCode,
            http.Request.Method,
            http.RoutePattern(),
            http.User.FindFirstValue("sid"),
            VisitorMark.Of(http));
    }

    private static bool IsRefused(int status) =>
        status is StatusCodes.Status401Unauthorized
            or StatusCodes.Status403Forbidden
            or StatusCodes.Status413PayloadTooLarge
            or StatusCodes.Status415UnsupportedMediaType
            or StatusCodes.Status429TooManyRequests;
}
