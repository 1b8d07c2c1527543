using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web;

/// <summary>
/// What every answer carries, whoever made it. Set as the answer starts, so that this is the last word: an error that
/// clears the headers or a form token that forbids keeping comes before it.
/// </summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            +
        "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), "
            +
        "microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=(), "
            +
        "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private const string OneYear = "max-age=31536000";

    /// <summary>How the framework's own parts, each in its spelling, forbid to keep what they touch.</summary>
    private static readonly string[] NotChosen = ["", "no-cache, no-store", "no-cache,no-store"];

    /// <summary>
    /// Addresses that hold a key to something: they must not travel on as a referrer, nor stand in an index.
    /// </summary>
    private static readonly PathString[] KeyAddresses = [
        "/sign-in", "/waivers", "/party", "/me/answers", "/me/watch", "/me/address"];

    public Task InvokeAsync(HttpContext http)
    {
        var isKey =
            Array.Exists(
                KeyAddresses, address => http.Request.Path.StartsWithSegments(address, out var rest) && rest.HasValue);
        http.Response.OnStarting(() =>
        {
            Protect(http, isKey);
            Keep(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Protect(HttpContext http, bool isKey)
    {
        var headers = http.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = isKey ? "no-referrer" : "same-origin";
        if (isKey) headers["X-Robots-Tag"] = "noindex";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (http.Request.IsHttps && http.Request.Host.Host != "localhost") headers.StrictTransportSecurity = OneYear;
    }

    /// <summary>
    /// Who is signed in may keep a page but must ask each time whether it still holds, which lets Back and 304 work;
    /// all else is kept nowhere. What chose for itself is left alone, but for form tokens, sign-ins and failures, which
    /// forbid it for whatever they are on.
    /// </summary>
    private static void Keep(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (!NotChosen.Contains(headers.CacheControl.ToString())) return;
        var mayKeep = http.Features.Get<Viewer>() is not null
            && http.GetEndpoint()?.Metadata.GetMetadata<ResponseCacheAttribute>()?.NoStore != true;
        headers.CacheControl = mayKeep ? "private, no-cache" : "no-store";
        headers.Remove(HeaderNames.Pragma);
        headers.Remove(HeaderNames.Expires);
        if (mayKeep) headers.AppendCommaSeparatedValues(HeaderNames.Vary, "HX-Request", "Cookie");
    }
}
