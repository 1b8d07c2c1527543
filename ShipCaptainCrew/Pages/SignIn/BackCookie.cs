using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>Remembers the path to return to after signing in. Only paths within the app are accepted.</summary>
public static class BackCookie
{
    private const int Longest = 1000;

    public static void Set(HttpContext http, string path)
    {
        if (!IsOurs(path)) return;
        var cookie = Cookie(http);
        cookie.MaxAge = MagicLink.SignInLife;
        http.Response.Cookies.Append(cookie.Name!, path, cookie.Build(http));
    }

    /// <summary>Reads and deletes the path; null if there is none or it is not a path within the app.</summary>
    public static string? Take(HttpContext http)
    {
        var path = http.Request.Cookies[Cookie(http).Name!];
        if (path is null) return null;
        http.Response.Cookies.Delete(Cookie(http).Name!, Cookie(http).Build(http));
        return IsOurs(path) ? path : null;
    }

    /// <summary>
    /// Whether it is a slash and then a letter or digit: no scheme, host or backslash, which browsers read as a slash.
    /// </summary>
    public static bool IsOurs(string path) =>
        path.Length is > 1 and <= Longest && path[0] == '/' && char.IsAsciiLetterOrDigit(path[1])
            && !path.Contains('\\') && path.All(c => c is > ' ' and < '\u007f');

    private static CookieBuilder Cookie(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-back", SameSiteMode.Lax);
}
