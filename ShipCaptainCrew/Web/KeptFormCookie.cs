using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>Tells that what the person had typed in a form is kept, to be shown again after they sign in.</summary>
public static class KeptFormCookie
{
    public static bool IsSent(HttpContext http) => http.Request.Cookies.ContainsKey(Of(http).Name!);

    public static CookieBuilder Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<AppCookies>().Named("scc-kept", SameSiteMode.Lax);
}
