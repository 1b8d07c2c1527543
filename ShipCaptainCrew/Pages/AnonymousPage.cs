using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page whose address is itself the right to it: no sign-in, no cookie, so no form token either, and not too often
/// from one place.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Guest)]
public abstract class AnonymousPage : AppPage
{
    /// <summary>Shows this page with a status of its own; what it says is for the page to know.</summary>
    protected IActionResult Shown(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
