using Microsoft.AspNetCore.Http.Features;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Says "too large" before anything is read; to a program that may come in, its door says so in its turn. The rest is
/// then drained for a moment instead of cutting the line, so that a sender that writes before it listens hears why.
/// Bodies that do not tell their length are stopped while they are read.
/// </summary>
internal sealed class BodyLimitMiddleware(RequestDelegate next)
{
    public const long Bytes = 1024 * 1024;

    public Task InvokeAsync(HttpContext http)
    {
        if (!Exceeds(http.Request)) return next(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (StatusPage.IsForPrograms(http)) return next(http);
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    public static bool Exceeds(HttpRequest request) => request.ContentLength > Bytes;
}
