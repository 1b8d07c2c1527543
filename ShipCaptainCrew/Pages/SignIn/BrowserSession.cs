using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>The session of the browser that sent a request.</summary>
internal static class BrowserSession
{
    /// <summary>Starts it in the browser.</summary>
    /// <returns>
    /// The address of the next page: where the person came from, else the home page of the operator used last.
    /// </returns>
    public static async Task<string> Begin(HttpContext http, Session session)
    {
        await http.SignInAsync(session);
        if (BackCookie.Take(http) is { } back) return back;
        var sessions = http.RequestServices.GetRequiredService<SessionResolver>();
        return (await sessions.ViewerOf(session, null, http.RequestAborted))?.Pages.Home ?? OpenPages.Root;
    }

    /// <summary>Ends it in the browser and in the database, so that a copied cookie stops working.</summary>
    public static async Task End(HttpContext http, MagicLinks links, SignInLog log)
    {
        if (Guid.TryParse(http.User.FindFirstValue("sid"), out var sid))
        {
            await links.Leave(sid, http.RequestAborted);
            log.Ended(sid);
        }

        await http.SignOutAsync(AccountsRegistration.Cookie);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }
}
