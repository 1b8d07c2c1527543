using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// The theme that a person chose on this device. It is stored on the device, because the best theme depends on the
/// light there.
/// </summary>
public static class ThemeCookie
{
    private static readonly string[] Themes = ["day", "bright", "night"];
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    /// <summary>Null means the system setting of the device.</summary>
    public static string? Get(HttpContext http) =>
        Array.Find(Themes, theme => theme == http.Request.Cookies[Of(http).Name!]);

    public static void Set(HttpContext http, string? theme)
    {
        var cookie = Of(http);
        if (!Themes.Contains(theme))
        {
            http.Response.Cookies.Delete(cookie.Name!, cookie.Build(http));
            return;
        }

        cookie.MaxAge = OneYear;
        http.Response.Cookies.Append(cookie.Name!, theme!, cookie.Build(http));
    }

    private static CookieBuilder Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-theme", SameSiteMode.Lax);
}
