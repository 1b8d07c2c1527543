using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Sets the security headers of every response when it starts, after everything else: an exception handler that clears
/// headers and an antiforgery token that sets Cache-Control have run by then.
/// </summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next, StrictTransport transport)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
        + "object-src 'none'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), "
        + "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
        + "screen-wake-lock=(), usb=(), xr-spatial-tracking=(), publickey-credentials-create=(self), "
        + "publickey-credentials-get=(self)";

    /// <summary>
    /// The Cache-Control values that framework components set by default, each with its own spelling.
    /// </summary>
    private static readonly string[] FrameworkDefaults = ["", "no-cache, no-store", "no-cache,no-store"];

    /// <summary>Addresses that contain a token: they must not be sent as a referrer or be indexed.</summary>
    private static readonly PathString[] TokenAddresses =
        ["/sign-in", "/waivers", "/party", "/me/answers", "/me/watch", "/me/address", "/unsubscribe"];

    public Task InvokeAsync(HttpContext http)
    {
        var hasToken = Array.Exists(TokenAddresses, address =>
            http.Request.Path.StartsWithSegments(address, out var rest) && rest.HasValue);
        http.Response.OnStarting(() =>
        {
            SetSecurityHeaders(http, hasToken);
            SetCacheControl(http);
            ContentTypes.AddCharset(http.Response);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private void SetSecurityHeaders(HttpContext http, bool hasToken)
    {
        var headers = http.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = hasToken ? "no-referrer" : "same-origin";
        if (hasToken) headers["X-Robots-Tag"] = "noindex";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (http.Request.IsHttps && http.Request.Host.Host != "localhost")
            headers.StrictTransportSecurity = transport.Header;
    }

    /// <summary>
    /// Signed-in people's browsers may store a page but must revalidate it, which makes Back and 304 work; everything
    /// else is not stored. A Cache-Control value that an endpoint chose stays, but the framework defaults, which
    /// antiforgery tokens, sign-ins and errors set, are replaced.
    /// </summary>
    private static void SetCacheControl(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (!FrameworkDefaults.Contains(headers.CacheControl.ToString())) return;
        var mayStore = http.Features.Get<Viewer>() is not null
            && http.GetEndpoint()?.Metadata.GetMetadata<ResponseCacheAttribute>()?.NoStore != true;
        headers.CacheControl = mayStore ? "private, no-cache" : "no-store";
        headers.Remove(HeaderNames.Pragma);
        headers.Remove(HeaderNames.Expires);
        if (!mayStore) return;
        http.Response.Htmx(htmx => htmx.WithVary());
        headers.AppendCommaSeparatedValues(HeaderNames.Vary, "Cookie");
    }
}
