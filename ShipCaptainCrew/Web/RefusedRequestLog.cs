using System.Security.Claims;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Notes who was refused at which door in the application log: the ledger is for what was done. A door is told by its
/// route, since an address may itself be a key.
/// </summary>
internal sealed class RefusedRequestLog(RequestDelegate next, ILogger<RefusedRequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            or StatusCodes.Status429TooManyRequests))
            return;
        var door = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "a door not yet reached";
        log.LogInformation("Refused {Status}: {Method} {Door}, session {Session}, from {Address}",
            http.Response.StatusCode, http.Request.Method, door, http.User.FindFirstValue("sid"),
            http.Connection.RemoteIpAddress);
    }
}
