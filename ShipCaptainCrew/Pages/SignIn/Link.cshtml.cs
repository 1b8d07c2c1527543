using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>
/// Signs in by the link in an email. GET changes nothing, so that mail scanners do not use up the link; the button
/// does.
/// </summary>
[AllowAnonymous]
public sealed class LinkPage(MagicLinks links, FailedAttempts attempts, TimeProvider clock) : AppPage
{
    public bool IsLive { get; private set; }

    public bool IsInvitation => Invited is not null;

    /// <summary>Whether the code in the email is needed too, because another browser requested the link.</summary>
    public bool NeedsCode { get; private set; }

    /// <summary>Who invited them and to which role; null if they requested the link themselves.</summary>
    public Invited? Invited { get; private set; }

    public async Task<IActionResult> OnGet(string token)
    {
        var link = await links.Find(token, clock.GetUtcNow(), HttpContext.RequestAborted);
        IsLive = link is not null;
        Invited = link?.IsInvitation == true ? await links.InvitedBy(link, HttpContext.RequestAborted) : null;
        NeedsCode = link is not null && !IsInvitation && !link.WasAskedWith(AskCookie.Get(HttpContext));
        return Page();
    }

    public async Task<IActionResult> OnPost(string token)
    {
        if (attempts.Exceeds(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        await OnGet(token);
        var input = await Request.ReadForm();
        var name = input.Text("name", required: IsInvitation ? new LocalizedText("Enter your full name.") : null);
        var code =
            input.Text(
                "code", max: 40, required: NeedsCode ? new LocalizedText("Enter the code from the letter.") : null);
        var isShared = input.Flag("shared", false);
        if (input.Refusal is { } invalid) return await Again(invalid, input, () => OnGet(token));
        var proof = new Proof(token, AskCookie.Get(HttpContext), code, name);
        var (session, _) =
            await links.Enter(proof, Request.UserAgent(), isShared, HttpContext.RequestAborted);
        if (session is null) attempts.Count(HttpContext);
        if (session is null)
            return await Again(Refusal.Invalid("code", "This code is wrong, or the link was used or has expired."),
                input, () => OnGet(token));
        AskCookie.Clear(HttpContext);
        await HttpContext.SignInAsync(session);
        return GoTo(BackCookie.Take(HttpContext) ?? "/");
    }
}
