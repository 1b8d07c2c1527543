using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>
/// Where the letters about a new address lead. Looking changes nothing, so that a mail scanner says nothing in
/// anybody's name.
/// </summary>
public sealed class AddressLinkPage(EmailChanges emailChanges) : AnonymousPage
{
    public override bool IsBare => true;

    /// <summary>What is asked; null where the link leads nowhere.</summary>
    public EmailChange? Wish { get; private set; }

    /// <summary>Whose mailbox the link came to.</summary>
    public Mailbox Side { get; private set; }

    public bool HasSaidYes => !Wish!.Missing.Contains(Side);

    /// <summary>Somebody has just said no.</summary>
    public bool IsKept { get; private set; }

    public async Task<IActionResult> OnGet(string token)
    {
        Wish = await emailChanges.Find(token, HttpContext.RequestAborted);
        Side = Wish?.SideOf(token) ?? default;
        return Wish is null ? Shown(StatusCodes.Status404NotFound) : Page();
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
        IsKept = await emailChanges.Decline(token, HttpContext.RequestAborted) is null;
        return IsKept ? Page() : await OnGet(token);
    }
}
