using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page that is opened by a token in its address: no sign-in, no cookies and so no antiforgery token, except where
/// the page checks it itself. Requests are rate limited by client address.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Guest)]
public abstract class AnonymousPage : AppPage
{
    /// <summary>Renders this page with the given HTTP status.</summary>
    protected IActionResult Shown(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
