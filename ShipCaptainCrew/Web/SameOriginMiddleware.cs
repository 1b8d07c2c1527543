using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Web;

/// <summary>
/// A browser may change something only from a page of ours. It says where a request comes from in Sec-Fetch-Site, an
/// old one in Origin; what says neither is no browser. A token in Authorization is sent by nobody unawares, so programs
/// pass.
/// </summary>
internal sealed class SameOriginMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || http.Request.Headers.Authorization.Count > 0 || IsFromHere(http.Request))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
            || HttpMethods.IsTrace(method);

    private static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        var origin = request.Headers[HeaderNames.Origin].ToString();
        // An old browser says "null" on the pages that send no referrer; the form's own token guards those.
        return origin is "" or "null"
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
