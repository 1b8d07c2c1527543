using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
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
        await BrowserSession.End(HttpContext, links, signInLog);
        return GoTo(OpenPages.SignIn);
    }
}
