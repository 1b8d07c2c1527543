using System.Security.Claims;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Logs a signed-in person's request to an operator that they do not belong to. Its answer is 404, as for an unknown
/// operator, so that nothing shows outside the log. Logs the route pattern and the session, not the address.
/// </summary>
internal sealed class AnotherOperatorLog(RequestDelegate next, ILogger<AnotherOperatorLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode != StatusCodes.Status404NotFound || http.GetRouteValue("operator") is null) return;
        if (http.Features.Get<Viewer>() is not null || http.User.FindFirstValue("sid") is not { } session) return;
        log.LogInformation(
            "Refused 404: {Method} {Route} of another operator, session {Session}",
            http.Request.Method,
            (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
            session);
    }
}
