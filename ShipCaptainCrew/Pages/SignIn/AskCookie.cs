using System.Buffers.Text;
using System.Text;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>
/// Marks the browser that requested a sign-in link, so that another browser needs the code as well. It also has what
/// the person entered, so that they need not enter it again: whether the device is shared, and the address.
/// </summary>
internal static class AskCookie
{
    private const string Shared = "shared";

    public static string? Get(HttpContext http) => Part(http, 0);

    /// <summary>Whether the device was marked as shared when the link was requested.</summary>
    public static bool IsShared(HttpContext http) => Part(http, 1) == Shared;

    /// <summary>The address that the link was requested for; null if the cookie does not have it.</summary>
    public static string? AddressOf(HttpContext http)
    {
        Span<byte> address = stackalloc byte[InputLimits.Email * 3];
        return Part(http, 2) is { } part && Base64Url.IsValid(part, out var length) && length <= address.Length
            ? Encoding.UTF8.GetString(address[..Base64Url.DecodeFromChars(part, address)])
            : null;
    }

    public static void Set(HttpContext http, string ask, bool isShared, string address)
    {
        var cookie = Cookie(http);
        cookie.MaxAge = MagicLink.SignInLife;
        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(address));
        http.Response.Cookies.Append(cookie.Name!, $"{ask}.{(isShared ? Shared : "")}.{encoded}", cookie.Build(http));
    }

    public static void Clear(HttpContext http) =>
        http.Response.Cookies.Delete(Cookie(http).Name!, Cookie(http).Build(http));

    private static string? Part(HttpContext http, int index) =>
        http.Request.Cookies[Cookie(http).Name!]?.Split('.').ElementAtOrDefault(index);

    private static CookieBuilder Cookie(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-ask", SameSiteMode.Lax);
}
