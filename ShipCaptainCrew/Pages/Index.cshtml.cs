using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Pages;

/// <summary>Sends somebody who is signed in to the operator they used last; shows everybody else the way in.</summary>
[AllowAnonymous]
public sealed class IndexPage(Boarding boarding) : ShipPage
{
    public async Task<IActionResult> OnGet()
    {
        var (_, viewer) = await boarding.Check(User, null, HttpContext.RequestAborted);
        return viewer is null ? Page() : Redirect($"/{viewer.OperatorSlug}");
    }
}
