using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>Ends the session in the browser and in the database, so that a copied cookie stops working.</summary>
[AllowAnonymous]
public sealed class SignOutPage(MagicLinks links, SignInLog signInLog) : AppPage
{
    public IActionResult OnGet() => Redirect(OpenPages.Root);

    public async Task<IActionResult> OnPost()
    {
        if (Guid.TryParse(User.FindFirstValue("sid"), out var sid))
        {
            await links.Leave(sid, HttpContext.RequestAborted);
            signInLog.Ended(sid);
        }

        await HttpContext.SignOutAsync(AccountsRegistration.Cookie);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return GoTo(OpenPages.SignIn);
    }
}
