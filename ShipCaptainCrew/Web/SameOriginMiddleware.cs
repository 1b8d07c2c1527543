using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Rejects changes that a browser sends from another site's page. Browsers state the origin in Sec-Fetch-Site, older
/// ones in Origin; a request with neither is not from a browser. Requests with an Authorization header pass, because a
/// browser never adds it by itself.
/// </summary>
internal sealed class SameOriginMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (IsSafe(request.Method) || request.Headers.Authorization.Count > 0) return next(http);
        if (IsSameOrigin(request) && !(HasNoOrigin(request) && request.Path.StartsWithSegments("/api")))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
            || HttpMethods.IsTrace(method);

    /// <summary>Whether the page has no origin, such as one in a sandboxed frame.</summary>
    private static bool HasNoOrigin(HttpRequest request) => request.Headers[HeaderNames.Origin] == "null";

    private static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        var origin = request.Headers[HeaderNames.Origin].ToString();
        // Older browsers send "null" from pages with the no-referrer policy; the antiforgery token protects those. The
        // API has no such token.
        return origin is "" || HasNoOrigin(request)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
