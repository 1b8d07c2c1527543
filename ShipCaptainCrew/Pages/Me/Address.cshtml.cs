using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Accounts;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>
/// Requests a change of the email address used to sign in. Needs a recent sign-in; the response does not reveal whether
/// the new address belongs to somebody.
/// </summary>
public sealed class AddressPage(EmailChangeActions actions, EmailChanges emailChanges) : AppPage
{
    public EmailChange? Waiting { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Waiting = await emailChanges.WaitingFor(Me.PersonId, HttpContext.RequestAborted);
        return Page();
    }

    public Task<IActionResult> OnPost() => Run(actions.Ask, "address_asked");

    public Task<IActionResult> OnPostAgain() => Run(actions.SendAgain, "address_asked");

    public Task<IActionResult> OnPostWithdraw() => Run(actions.Withdraw, "address_kept");

    private async Task<IActionResult> Run(Func<Viewer, Input, Task<Outcome>> action, string done)
    {
        var input = await Request.ReadForm();
        var outcome = await action(Me, input);
        return outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Me}?done={done}");
    }
}
