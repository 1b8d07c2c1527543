using System.Security.Claims;
using Htmx;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;

namespace ShipCaptainCrew.Accounts;

/// <summary>Sets the session cookie and answers requests without a valid one.</summary>
public static class SessionCookie
{
    /// <summary>Marks a cookie that the browser keeps after it is closed (not on a shared phone).</summary>
    private const string IsPersistentKey = "lasting";

    /// <summary>
    /// Sets the session cookie, ends the session that the browser had before, and remembers the device.
    /// </summary>
    public static async Task SignInAsync(this HttpContext http, Session session)
    {
        if (Guid.TryParse(http.User.FindFirstValue("sid"), out var previousId))
            await http.RequestServices.GetRequiredService<MagicLinks>().Leave(previousId, http.RequestAborted, session);
        Claim[] claims = [new("sub", session.PersonId.ToString()), new("sid", session.Id.ToString())];
        var identity = new ClaimsIdentity(claims, AccountsRegistration.Cookie);
        await http.SignInAsync(AccountsRegistration.Cookie, new(identity), Properties(session));
        http.RequestServices.GetRequiredService<SignInLog>().Started(session);
        if (!session.IsShared) await RememberDevice(http, session.PersonId);
    }

    private static async Task RememberDevice(HttpContext http, Guid personId)
    {
        var devices = http.RequestServices.GetRequiredService<KnownDevices>();
        var token = await devices.Remember(DeviceCookie.Get(http), personId, http.RequestAborted);
        DeviceCookie.Set(http, token);
    }

    private static AuthenticationProperties Properties(Session session)
    {
        var properties = new AuthenticationProperties { ExpiresUtc = session.EndsAt, AllowRefresh = false };
        if (!session.IsShared) properties.Items[IsPersistentKey] = "";
        return properties;
    }

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.LoginPath = OpenPages.SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Session.MaxLifetime;
        options.Events.OnSigningIn = SetCookieLifetime;
        options.Events.OnRedirectToLogin = Challenge;
        options.Events.OnRedirectToAccessDenied =
            context => SetStatus(context.Response, StatusCodes.Status403Forbidden);
    }

    /// <summary>
    /// Uses Max-Age rather than Expires, because the clock of the device may be wrong. On a shared phone it is a
    /// session cookie, which ends when the browser is closed.
    /// </summary>
    private static Task SetCookieLifetime(CookieSigningInContext context)
    {
        context.CookieOptions.MaxAge = context.Properties.Items.ContainsKey(IsPersistentKey)
            ? Session.MaxLifetime : null;
        return Task.CompletedTask;
    }

    /// <summary>Answers 401 to programs, event streams and htmx; redirects page requests to the sign-in page.</summary>
    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        var isPage = HttpMethods.IsGet(request.Method) || request.HasFormContentType;
        var isStream = request.Headers.Accept.ToString().StartsWith("text/event-stream", StringComparison.Ordinal);
        if (request.Path.StartsWithSegments("/api") || isStream || !isPage)
        {
            response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
            return SetStatus(response, StatusCodes.Status401Unauthorized);
        }

        if (!request.IsHtmx())
        {
            response.Redirect(
                HttpMethods.IsGet(request.Method)
                    ? new Uri(context.RedirectUri).PathAndQuery
                    : context.Options.LoginPath);
            return Task.CompletedTask;
        }

        response.Htmx(htmx => htmx.Redirect(OpenPages.SignIn));
        return SetStatus(response, StatusCodes.Status401Unauthorized);
    }

    private static Task SetStatus(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
