using Microsoft.AspNetCore.Http.Features;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Rejects a request whose Content-Length exceeds the limit before its body is read. API endpoints check the limit
/// themselves, after sign-in and rights. Kestrel drains the rest of the body for a short time instead of closing the
/// connection, so that a client that writes first can still read the response. Bodies without Content-Length are
/// stopped while they are read.
/// </summary>
internal sealed class BodyLimitMiddleware(RequestDelegate next)
{
    public const long Bytes = 1024 * 1024;

    public Task InvokeAsync(HttpContext http)
    {
        if (!Exceeds(http.Request)) return next(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (StatusPage.IsForPrograms(http) || SaysSoItself(http.Request.Path)) return next(http);
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    /// <summary>Whether it is a page that refuses a large file beside its field, without reading the body.</summary>
    private static bool SaysSoItself(PathString path) =>
        path.Value?.EndsWith("/settings/logo", StringComparison.Ordinal) == true;

    public static bool Exceeds(HttpRequest request) => request.ContentLength > Bytes;
}
