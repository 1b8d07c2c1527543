using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Asks for the address and mails a link to it, if it is anybody's: the answer is the same either way.</summary>
[AllowAnonymous]
public sealed class SignInPage(MagicLinks links) : ShipPage
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var email = input.Email("email", required: "Enter your e-mail address.");
        if (input.Refusal is { } bad) return await Again(bad, input, () => Task.FromResult(OnGet()));
        AskCookie.Set(HttpContext, await links.Ask(email!, HttpContext.RequestAborted));
        return GoTo("/sign-in/sent");
    }
}
