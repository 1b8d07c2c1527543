using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Answers 503 on connections beyond those that are served, and closes them. Health checks are answered, because a host
/// would restart a busy server otherwise.
/// </summary>
internal sealed class TooManyConnectionsMiddleware(RequestDelegate next)
{
    private const string RetryAfter = "5";

    public Task InvokeAsync(HttpContext http)
    {
        if (!ConnectionLimits.IsRefused(http) || http.Request.Path.StartsWithSegments("/healthz")) return next(http);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers[HeaderNames.RetryAfter] = RetryAfter;
        http.Response.Headers[HeaderNames.Connection] = "close";
        return Task.CompletedTask;
    }
}
