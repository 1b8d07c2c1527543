using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>
/// Signs in by the link in an email, and accepts invitations. GET changes nothing, so that mail scanners do not use up
/// the link; the button does.
/// </summary>
[AllowAnonymous]
public sealed class LinkPage(MagicLinks links, Invitations invitations, SessionResolver sessions,
    FailedAttempts attempts, TimeProvider clock) : AppPage
{
    public bool IsLive { get; private set; }

    public bool IsInvitation => Invited is not null;

    /// <summary>Whether the code in the email is needed too, because another browser requested the link.</summary>
    public bool NeedsCode { get; private set; }

    /// <summary>Whether the page asks if the phone is shared, because this browser was not asked before.</summary>
    public bool AsksIfShared => IsInvitation || NeedsCode;

    /// <summary>Who invited them and to which role; null if they requested the link themselves.</summary>
    public Invited? Invited { get; private set; }

    /// <summary>What the visitor has to do; it has a meaning only for an invitation.</summary>
    public InvitationStep Step { get; private set; }

    /// <summary>The address of the person who is signed in, if that is not the invited person.</summary>
    public string? OtherPerson { get; private set; }

    private Session? Current { get; set; }

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGet(string token)
    {
        await Load(token);
        return IsTooManyDeadLinks() ? StatusCode(StatusCodes.Status429TooManyRequests) : Page();
    }

    private async Task Load(string token)
    {
        var link = await links.Find(token, clock.GetUtcNow(), Cancel);
        Invited = link?.IsInvitation == true ? await invitations.Find(link, Cancel) : null;
        IsLive = link is not null && (!link.IsInvitation || Invited is not null);
        NeedsCode = IsLive && !IsInvitation && !link!.WasAskedWith(AskCookie.Get(HttpContext));
        if (Invited?.HasJoined == true) await ChooseStep(link!);
    }

    private async Task<IActionResult> Reload(string token)
    {
        await Load(token);
        return Page();
    }

    /// <summary>Counts the request if the link is not live. If there were too many, it sets Retry-After.</summary>
    private bool IsTooManyDeadLinks() => !IsLive && attempts.CountLink(HttpContext);

    public async Task<IActionResult> OnPost(string token)
    {
        if (attempts.Exceeds(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        await Load(token);
        if (Step is InvitationStep.SignIn or InvitationStep.SignOut)
            return await Again(Invitations.SignInFirst, Input.Empty(), () => Task.FromResult<IActionResult>(Page()));
        if (await Accept(token) is { } home) return GoTo(home);
        if (IsTooManyDeadLinks()) return StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await Request.ReadForm();
        var name = input.Text("name", required: IsInvitation ? new LocalizedText("Enter your full name.") : null);
        var code = input.Code(isRequired: NeedsCode);
        var isShared = input.Flag("shared", !AsksIfShared && AskCookie.IsShared(HttpContext));
        if (input.Refusal is { } invalid) return await Again(invalid, input, () => Reload(token));
        var proof = new Proof(token, AskCookie.Get(HttpContext), code, name);
        var (session, _) = await links.Enter(proof, Request.UserAgent(), isShared, Cancel);
        if (session is null) attempts.Count(HttpContext);
        if (session is null)
            return await Again(Refusal.Invalid("code", "This code is wrong, or the link was used or has expired."),
                input, () => Reload(token));
        AskCookie.Clear(HttpContext);
        return GoTo(await BrowserSession.Begin(HttpContext, session));
    }

    /// <summary>
    /// A person who has joined before accepts in their own session. Others sign in or out first and then come back.
    /// </summary>
    private async Task ChooseStep(MagicLink link)
    {
        Current = await sessions.Find(User, Cancel);
        Step = Current is null ? InvitationStep.SignIn
            : Current.PersonId == link.PersonId ? InvitationStep.Accept
            : InvitationStep.SignOut;
        if (Step == InvitationStep.SignOut) OtherPerson = await invitations.AddressOf(Current!, Cancel);
        if (Step != InvitationStep.Accept) BackCookie.Set(HttpContext, OwnAddress);
    }

    /// <summary>
    /// Accepts the invitation in the present session, also if it was accepted there before: the button may have been
    /// pressed twice.
    /// </summary>
    /// <returns>The home page of the operator; null if it was not accepted here.</returns>
    private async Task<string?> Accept(string token)
    {
        if (IsLive && Step != InvitationStep.Accept) return null;
        if ((Current ?? await sessions.Find(User, Cancel)) is not { Program: null } session) return null;
        return (await invitations.Accept(session, token, Cancel)).Viewer?.Pages.Home;
    }
}
