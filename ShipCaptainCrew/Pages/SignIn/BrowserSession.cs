using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>The session of the browser that sent a request.</summary>
internal static class BrowserSession
{
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
