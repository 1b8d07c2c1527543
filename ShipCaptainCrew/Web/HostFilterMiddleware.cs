using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Requests for another host are not ours to answer: what they name could end up in a link. Health is asked by whatever
/// address the machine has.
/// </summary>
internal sealed class HostFilterMiddleware(RequestDelegate next, PublicAddress ourselves)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (ourselves.Is(http.Request.Host) || http.Request.Path.StartsWithSegments("/healthz")) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
