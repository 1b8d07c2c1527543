using System.Security.Claims;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Logs refused requests (401, 403, 429) to the application log; the audit log has only what was done. Logs the route
/// pattern, not the address, because an address may contain a token.
/// </summary>
internal sealed class RefusedRequestLog(RequestDelegate next, ILogger<RefusedRequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (!IsRefused(http.Response.StatusCode)) return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no endpoint)";
        log.LogInformation(
            "Refused {Status}: {Method} {Route}, session {Session}, from {Address}",
            http.Response.StatusCode,
            http.Request.Method,
            route,
            http.User.FindFirstValue("sid"),
            http.Connection.RemoteIpAddress);
    }

    private static bool IsRefused(int status) =>
        status is StatusCodes.Status401Unauthorized
            or StatusCodes.Status403Forbidden
            or StatusCodes.Status413PayloadTooLarge
            or StatusCodes.Status415UnsupportedMediaType
            or StatusCodes.Status429TooManyRequests;
}
