using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>Waits for the code out of the letter, for somebody who reads mail on another device.</summary>
[AllowAnonymous]
public sealed class SentPage(MagicLinks links, FailedAttempts tries) : AppPage
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost()
    {
        if (tries.Exceeds(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await Request.ReadForm();
        var code = input.Text("code", max: 40, required: "Enter the code from the letter.");
        var isShared = input.Flag("shared", false);
        if (input.Refusal is { } bad) return await Again(bad, input, () => Task.FromResult(OnGet()));
        var (session, _) =
            await links.Enter(new(null, AskCookie.Get(HttpContext), code, null), Request.Headers.UserAgent.ToString(),
                isShared, HttpContext.RequestAborted);
        if (session is null) tries.Count(HttpContext);
        if (session is null) return await Again(WrongCode, input, () => Task.FromResult(OnGet()));
        AskCookie.Clear(HttpContext);
        await HttpContext.SignInAsync(session);
        return GoTo(BackCookie.Take(HttpContext) ?? "/");
    }

    private static Refusal WrongCode =>
        Refusal.Invalid("code", "This code is wrong, used or expired. Check it, or ask for a new one.");
}
