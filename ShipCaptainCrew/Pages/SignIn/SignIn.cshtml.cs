using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>
/// Asks for the address and mails a link to it, if it is anybody's: the answer is the same either way. Or takes a
/// passkey.
/// </summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInPage(MagicLinks links, PasskeyCeremony ceremony, FailedAttempts tries) : AppPage
{
    /// <summary>Something was asked for that needs a recent sign-in.</summary>
    public bool IsAgain => Request.Query.ContainsKey("again");

    /// <summary>Where to sign in again and come to that page of ours from there.</summary>
    public static string AgainFor(string back) => $"{OpenPages.SignIn}?again&returnUrl={Uri.EscapeDataString(back)}";

    /// <summary>Keeps where somebody was on the way to, for after the sign-in.</summary>
    public IActionResult OnGet()
    {
        if (Request.Query["returnUrl"].ToString() is { Length: > 0 } path) BackCookie.Set(HttpContext, path);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var email = input.Email("email", required: "Enter your e-mail address.");
        var isShared = input.Flag("shared", false);
        if (input.Refusal is { } bad) return await Again(bad, input, () => Task.FromResult<IActionResult>(Page()));
        if (await links.Wait(HttpContext.RequestAborted) is { } wait)
            return StatusCode(HttpContext.SetRetryAfter(wait));
        AskCookie.Set(HttpContext, await links.Ask(email!, HttpContext.RequestAborted), isShared);
        return GoTo(OpenPages.SignInSent);
    }

    /// <summary>What the authenticator is to sign. It is the same question to everybody.</summary>
    public async Task<IActionResult> OnPostAsk() => Asked(await ceremony.AskToSignIn());

    public async Task<IActionResult> OnPostPasskey()
    {
        if (tries.Exceeds(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await Request.ReadForm();
        var (challenge, credential) = (
            input.Id("challenge"), input.Text("credential", max: PasskeyCeremony.LongestCredential));
        var (session, refusal) = challenge is null
            ? new Entry(null, PasskeyCeremony.NotTaken)
            : await ceremony.SignIn(
                challenge.Value, credential ?? "", Request.Headers.UserAgent.ToString(), input.Flag("shared", false));
        if (session is null) tries.Count(HttpContext);
        if (session is null) return await Again(refusal!, input, () => Task.FromResult<IActionResult>(Page()));
        await HttpContext.SignInAsync(session);
        return GoTo(BackCookie.Take(HttpContext) ?? "/");
    }

    /// <summary>The question as the script wants it.</summary>
    internal static IActionResult Asked(PasskeyRequest ask) =>
        new JsonResult(new { challenge = ask.Challenge, options = JsonElement.Parse(ask.OptionsJson) });
}
