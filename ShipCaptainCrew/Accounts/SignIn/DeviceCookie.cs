namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// The random id of a browser on which somebody has signed in (<see cref="KnownDevice"/>). It stays after signing out.
/// </summary>
public static class DeviceCookie
{
    public static string? Get(HttpContext http) => http.Request.Cookies[Cookie(http).Name!];

    internal static void Set(HttpContext http, string token)
    {
        var cookie = Cookie(http);
        cookie.MaxAge = KnownDevices.Life;
        http.Response.Cookies.Append(cookie.Name!, token, cookie.Build(http));
    }

    private static CookieBuilder Cookie(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-device", SameSiteMode.Lax);
}
