using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Pages;

/// <summary>Marks the browser that asked for a link, so that the link alone, in other hands, opens nothing.</summary>
internal static class AskCookie
{
    private const string Name = "scc-ask";

    public static string? Get(HttpContext http) => http.Request.Cookies[Name];

    public static void Set(HttpContext http, string ask) => http.Response.Cookies.Append(Name, ask, Options(http, MagicLink.SignInLife));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, TimeSpan.Zero));

    private static CookieOptions Options(HttpContext http, TimeSpan life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = life };
}
