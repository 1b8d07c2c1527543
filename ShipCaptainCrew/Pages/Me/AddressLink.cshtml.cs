using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>
/// Confirms or declines a change of email address, by the links in the emails: in the session that asked for it, or
/// with the code of the same email. The link alone changes nothing, so that mail scanners cannot answer.
/// </summary>
public sealed class AddressLinkPage(EmailChanges emailChanges, LinkVisitors visitors) : AnonymousPage
{
    public override bool IsBare => true;

    public override bool OffersSignOut => true;

    /// <summary>None: the page shows no times.</summary>
    protected override string? Locale => null;

    /// <summary>The requested change; null if the link is not valid.</summary>
    public EmailChange? Change { get; private set; }

    /// <summary>Whether the link was sent to the old or to the new address.</summary>
    public Mailbox Side { get; private set; }

    /// <summary>What the form of the page needs besides the link.</summary>
    public LinkProof Proof { get; private set; }

    public bool IsConfirmed => !Change!.Missing.Contains(Side);

    /// <summary>Whether the change was just declined.</summary>
    public bool IsDeclined { get; private set; }

    public async Task<IActionResult> OnGet(string token)
    {
        Change = await emailChanges.Find(token, HttpContext.RequestAborted);
        if (Change is null) return Shown(StatusCodes.Status404NotFound);
        Side = Change.SideOf(token);
        var (session, _) = await visitors.SignedIn(HttpContext, null);
        Proof = session is not null && Change.NeedsNoCode(session, Side) ? LinkProof.Form
            : Change.Of(Side).TakesCode ? LinkProof.Code
            : LinkProof.SignIn;
        return Page();
    }

    public async Task<IActionResult> OnPost(string token)
    {
        var page = await OnGet(token);
        if (Change is null) return page;
        if (Change.State == EmailChangeState.Done) return GoTo(Request.Path);
        var input = await ReadForm();
        var refusal = await Check(token, input) ?? await emailChanges.Confirm(token, HttpContext.RequestAborted);
        return refusal is null ? GoTo(Request.Path) : await Refuse(refusal, token, input);
    }

    public async Task<IActionResult> OnPostKeep(string token)
    {
        var page = await OnGet(token);
        if (Change is null or { State: EmailChangeState.Done }) return page;
        var input = await ReadForm();
        var refusal = await Check(token, input) ?? await emailChanges.Decline(token, HttpContext.RequestAborted);
        IsDeclined = refusal is null;
        return refusal is null ? Page() : await Refuse(refusal, token, input);
    }

    private Task<Refusal?> Check(string token, Input input) =>
        visitors.Check(HttpContext, Proof, input, code =>
            emailChanges.Accepts(token, code, HttpContext.RequestAborted));

    /// <summary>A link that ended meanwhile is shown like any that is not valid.</summary>
    private Task<IActionResult> Refuse(Refusal refusal, string token, Input input) =>
        refusal.Kind == RefusalKind.NotFound ? OnGet(token) : Again(refusal, input, () => OnGet(token));
}
