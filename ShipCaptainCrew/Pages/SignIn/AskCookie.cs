using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Pages;

/// <summary>Marks the browser that asked for a link, so that the link alone, in other hands, opens nothing.</summary>
internal static class AskCookie
{
    public static string? Get(HttpContext http) => http.Request.Cookies[Of(http).Name!];

    public static void Set(HttpContext http, string ask)
    {
        var cookie = Of(http);
        cookie.MaxAge = MagicLink.SignInLife;
        http.Response.Cookies.Append(cookie.Name!, ask, cookie.Build(http));
    }

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Of(http).Name!, Of(http).Build(http));

    private static CookieBuilder Of(HttpContext http) => http.RequestServices.GetRequiredService<ShipCookies>().Named("scc-ask", SameSiteMode.Lax);
}
