using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>Remembers, while somebody signs in again, where they were: a path of ours and nothing else.</summary>
public static class BackCookie
{
    private const int Longest = 1000;

    public static void Set(HttpContext http, string path)
    {
        if (!IsOurs(path)) return;
        var cookie = Of(http);
        cookie.MaxAge = MagicLink.SignInLife;
        http.Response.Cookies.Append(cookie.Name!, path, cookie.Build(http));
    }

    /// <summary>Where to go back to; null where nothing was kept, or what is there is no path of ours.</summary>
    public static string? Take(HttpContext http)
    {
        var path = http.Request.Cookies[Of(http).Name!];
        if (path is null) return null;
        http.Response.Cookies.Delete(Of(http).Name!, Of(http).Build(http));
        return IsOurs(path) ? path : null;
    }

    /// <summary>
    /// One slash and then a letter: no scheme, no host, no backslash that a browser would take for a slash.
    /// </summary>
    public static bool IsOurs(string path) =>
        path.Length is > 1 and <= Longest && path[0] == '/' && char.IsAsciiLetterOrDigit(path[1])
            && !path.Contains('\\') && path.All(c => c is > ' ' and < '\u007f');

    private static CookieBuilder Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-back", SameSiteMode.Lax);
}
