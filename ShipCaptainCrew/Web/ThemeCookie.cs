using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// The look a person chose on this device: it is kept there, since the sun shines on one screen and not on another.
/// </summary>
public static class ThemeCookie
{
    private static readonly string[] Themes = ["day", "bright", "night"];
    private static readonly TimeSpan AYear = TimeSpan.FromDays(365);

    /// <summary>Null leaves it to the device.</summary>
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

        cookie.MaxAge = AYear;
        http.Response.Cookies.Append(cookie.Name!, theme!, cookie.Build(http));
    }

    private static CookieBuilder Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-theme", SameSiteMode.Lax);
}
