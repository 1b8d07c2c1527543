using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Dev;

/// <summary>The start page's buttons into the demo.</summary>
[AllowAnonymous]
[DevelopmentOnly]
public sealed class DemoSignInPage(DemoSignIn oneTap) : AppPage
{
    public IActionResult OnGet() => Redirect(OpenPages.Root);

    public async Task<IActionResult> OnPost()
    {
        var memberId = (await Request.ReadForm()).Id("member");
        var session = memberId is null
            ? null
            : await oneTap.SignIn(memberId.Value, Request.Headers.UserAgent.ToString(), HttpContext.RequestAborted);
        if (session is null) return NotFound();
        await HttpContext.SignInAsync(session);
        return GoTo(OpenPages.Root);
    }
}
