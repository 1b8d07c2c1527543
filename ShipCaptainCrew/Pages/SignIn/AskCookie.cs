using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>Marks the browser that asked for a link, so that the link alone, in other hands, opens nothing.</summary>
internal static class AskCookie
{
    private const string Shared = ".shared";

    public static string? Get(HttpContext http) => Value(http)?.Split('.')[0];

    /// <summary>Whether it was said, when the link was asked for, that this phone is a shared one.</summary>
    public static bool IsShared(HttpContext http) => Value(http)?.EndsWith(Shared, StringComparison.Ordinal) == true;

    public static void Set(HttpContext http, string ask, bool isShared)
    {
        var cookie = Of(http);
        cookie.MaxAge = MagicLink.SignInLife;
        http.Response.Cookies.Append(cookie.Name!, isShared ? ask + Shared : ask, cookie.Build(http));
    }

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Of(http).Name!, Of(http).Build(http));

    private static string? Value(HttpContext http) => http.Request.Cookies[Of(http).Name!];

    private static CookieBuilder Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-ask", SameSiteMode.Lax);
}
