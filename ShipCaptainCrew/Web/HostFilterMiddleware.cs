using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Rejects requests for any other host, because the Host header could end up in a link. The health checks accept every
/// host.
/// </summary>
internal sealed class HostFilterMiddleware(RequestDelegate next, PublicAddress publicAddress)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (publicAddress.Is(http.Request.Host) || http.Request.Path.StartsWithSegments("/healthz")) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
