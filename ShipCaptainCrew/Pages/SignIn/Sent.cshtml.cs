using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>Signs in by the code in the email, for people who read it on another device.</summary>
[AllowAnonymous]
public sealed class SentPage(MagicLinks links, FailedAttempts attempts) : AppPage
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost()
    {
        if (attempts.Exceeds(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await Request.ReadForm();
        var code = input.Code();
        var isShared = input.Flag("shared", AskCookie.IsShared(HttpContext));
        if (input.Refusal is { } invalid) return await Again(invalid, input, () => Task.FromResult(OnGet()));
        var (session, _) =
            await links.Enter(new(null, AskCookie.Get(HttpContext), code, null), Request.UserAgent(),
                isShared, HttpContext.RequestAborted);
        if (session is null) attempts.Count(HttpContext);
        if (session is null) return await Again(WrongCode, input, () => Task.FromResult(OnGet()));
        AskCookie.Clear(HttpContext);
        return GoTo(await BrowserSession.Begin(HttpContext, session));
    }

    private static Refusal WrongCode =>
        Refusal.Invalid("code", "This code is wrong, used or expired. Check it, or ask for a new one.");
}
