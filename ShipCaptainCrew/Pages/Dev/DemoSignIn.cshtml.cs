using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Dev;

/// <summary>Signs in as a demo member, from the buttons on the start page.</summary>
[AllowAnonymous]
[DevelopmentOnly]
public sealed class DemoSignInPage(DemoSignIn demo) : AppPage
{
    public IActionResult OnGet() => Redirect(OpenPages.Root);

    public async Task<IActionResult> OnPost()
    {
        var memberId = (await Request.ReadForm()).Id("member");
        var session = memberId is null
            ? null
            : await demo.SignIn(memberId.Value, Request.UserAgent(), HttpContext.RequestAborted);
        if (session is null) return NotFound();
        return GoTo(await BrowserSession.Begin(HttpContext, session));
    }
}
