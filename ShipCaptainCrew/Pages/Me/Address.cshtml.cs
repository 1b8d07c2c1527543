using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Accounts;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>
/// Asks for another address to sign in by. Who asks must have signed in just now; the answer does not tell whose the
/// address is.
/// </summary>
public sealed class AddressPage(EmailChangeActions actions, EmailChanges emailChanges) : AppPage
{
    public EmailChange? Waiting { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Waiting = await emailChanges.WaitingFor(Me.PersonId, HttpContext.RequestAborted);
        return Page();
    }

    public Task<IActionResult> OnPost() => Do(actions.Ask, "address_asked");

    public Task<IActionResult> OnPostAgain() => Do(actions.SendAgain, "address_asked");

    public Task<IActionResult> OnPostWithdraw() => Do(actions.Withdraw, "address_kept");

    private async Task<IActionResult> Do(Func<Viewer, Input, Task<Outcome>> act, string done)
    {
        var input = await Request.ReadForm();
        var outcome = await act(Me, input);
        return outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Me}?done={done}");
    }
}
