using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page that is authorized by a token in its address: no sign-in, no cookies and so no antiforgery token. Requests
/// are rate limited by client address.
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
