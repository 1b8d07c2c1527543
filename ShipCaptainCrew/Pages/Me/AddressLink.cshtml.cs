using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>
/// Confirms or declines a change of email address, by the links in the emails. GET changes nothing, so that mail
/// scanners cannot answer.
/// </summary>
public sealed class AddressLinkPage(EmailChanges emailChanges) : AnonymousPage
{
    public override bool IsBare => true;

    /// <summary>The requested change; null if the link is not valid.</summary>
    public EmailChange? Change { get; private set; }

    /// <summary>Whether the link was sent to the old or to the new address.</summary>
    public Mailbox Side { get; private set; }

    public bool IsConfirmed => !Change!.Missing.Contains(Side);

    /// <summary>Whether the change was just declined.</summary>
    public bool IsDeclined { get; private set; }

    public async Task<IActionResult> OnGet(string token)
    {
        Change = await emailChanges.Find(token, HttpContext.RequestAborted);
        Side = Change?.SideOf(token) ?? default;
        return Change is null ? Shown(StatusCodes.Status404NotFound) : Page();
    }

    public async Task<IActionResult> OnPost(string token)
    {
        var input = await Request.ReadForm();
        var refusal = await emailChanges.Confirm(token, input, HttpContext.RequestAborted);
        return refusal is null ? GoTo(Request.Path)
            : refusal.Kind == RefusalKind.NotFound ? await OnGet(token)
            : await Again(refusal, input, () => OnGet(token));
    }

    public async Task<IActionResult> OnPostKeep(string token)
    {
        IsDeclined = await emailChanges.Decline(token, HttpContext.RequestAborted) is null;
        return IsDeclined ? Page() : await OnGet(token);
    }
}
