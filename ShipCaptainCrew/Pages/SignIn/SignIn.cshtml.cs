using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>
/// Emails a sign-in link, or signs in by passkey. The response does not reveal whether the address belongs to a
/// person.
/// </summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInPage(MagicLinks links, PasskeyCeremony ceremony, FailedAttempts attempts) : AppPage
{
    /// <summary>Whether a request that needs a recent sign-in redirected here.</summary>
    public bool IsAgain => Request.Query.ContainsKey("again");

    /// <summary>The address to sign in again and then return to the given path.</summary>
    public static string AgainFor(string back) => $"{OpenPages.SignIn}?again&returnUrl={Uri.EscapeDataString(back)}";

    /// <summary>The address to sign in and then go to the given path.</summary>
    public static string For(string back) => $"{OpenPages.SignIn}?returnUrl={Uri.EscapeDataString(back)}";

    /// <summary>Remembers the <c>returnUrl</c> for after the sign-in.</summary>
    public IActionResult OnGet()
    {
        if (Request.Query["returnUrl"].ToString() is { Length: > 0 } path) BackCookie.Set(HttpContext, path);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var email = input.Email("email", required: "Enter your email address.");
        var isShared = input.Flag("shared", false);
        if (input.Refusal is { } invalid)
            return await Again(invalid, input, () => Task.FromResult<IActionResult>(Page()));
        var ask = await links.Ask(email!, DeviceCookie.Get(HttpContext), HttpContext.RequestAborted);
        AskCookie.Set(HttpContext, ask, isShared, email!);
        return GoTo(OpenPages.SignInSent + (input.Has("resend") ? "?again" : ""));
    }

    /// <summary>A passkey challenge, made the same way for everybody.</summary>
    public async Task<IActionResult> OnPostAsk() => Asked(await ceremony.AskToSignIn());

    public async Task<IActionResult> OnPostPasskey()
    {
        if (attempts.Exceeds(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await Request.ReadForm();
        var (challenge, credential) = (
            input.Id("challenge"), input.Text("credential", max: PasskeyCeremony.LongestCredential));
        var (session, refusal) = challenge is null
            ? new Entry(null, PasskeyCeremony.NotTaken)
            : await ceremony.SignIn(
                challenge.Value, credential ?? "", Request.UserAgent(), input.Flag("shared", false));
        if (session is null) attempts.Count(HttpContext);
        if (session is null) return await Again(refusal!, input, () => Task.FromResult<IActionResult>(Page()));
        return GoTo(await BrowserSession.Begin(HttpContext, session));
    }

    /// <summary>The challenge as JSON for the script.</summary>
    internal static IActionResult Asked(PasskeyRequest request) =>
        new JsonResult(new { challenge = request.Challenge, options = JsonElement.Parse(request.OptionsJson) });
}
