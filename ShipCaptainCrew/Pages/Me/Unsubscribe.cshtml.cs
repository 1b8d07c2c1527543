using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Accounts;
using ShipCaptainCrew.Addresses;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>
/// Turns one kind of optional email off and on, by the link in such an email, for members and guests. GET changes
/// nothing, so that mail scanners cannot turn anything off.
/// </summary>
public sealed class UnsubscribePage(UnsubscribeActions unsubscribe) : GuestPage
{
    /// <summary>Null if the link is not valid.</summary>
    public UnsubscribeView? View { get; private set; }

    public async Task<IActionResult> OnGet(string token) =>
        await Load(token) ? Page() : Shown(StatusCodes.Status404NotFound);

    /// <summary>
    /// The button of the page, or one click in a mail program. Answers with a page, because mail programs do not
    /// follow redirects.
    /// </summary>
    public async Task<IActionResult> OnPost(string token)
    {
        if (!await Load(token)) return Shown(StatusCodes.Status404NotFound);
        var input = await ReadForm();
        var outcome = await unsubscribe.Stop(View!, input);
        if (outcome.Refusal is { } refusal) return await Again(refusal, input, () => OnGet(token));
        View = View! with { IsOff = true };
        return Page();
    }

    public async Task<IActionResult> OnPostResume(string token)
    {
        if (!await Load(token)) return Shown(StatusCodes.Status404NotFound);
        await unsubscribe.Resume(View!);
        return GoTo(OpenPages.Unsubscribe(token) + QueryIn(Language));
    }

    private async Task<bool> Load(string token)
    {
        View = await unsubscribe.Open(token, HttpContext.RequestAborted);
        Operator = View?.Operator;
        return View is not null;
    }
}
