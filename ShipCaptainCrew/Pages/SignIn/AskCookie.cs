using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>Marks the browser that requested a sign-in link, so that another browser needs the code as well.</summary>
internal static class AskCookie
{
    private const string Shared = ".shared";

    public static string? Get(HttpContext http) => Value(http)?.Split('.')[0];

    /// <summary>Whether the device was marked as shared when the link was requested.</summary>
    public static bool IsShared(HttpContext http) => Value(http)?.EndsWith(Shared, StringComparison.Ordinal) == true;

    public static void Set(HttpContext http, string ask, bool isShared)
    {
        var cookie = Cookie(http);
        cookie.MaxAge = MagicLink.SignInLife;
        http.Response.Cookies.Append(cookie.Name!, isShared ? ask + Shared : ask, cookie.Build(http));
    }

    public static void Clear(HttpContext http) =>
        http.Response.Cookies.Delete(Cookie(http).Name!, Cookie(http).Build(http));

    private static string? Value(HttpContext http) => http.Request.Cookies[Cookie(http).Name!];

    private static CookieBuilder Cookie(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-ask", SameSiteMode.Lax);
}
