using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page that is opened by a token in its address: no sign-in, no cookies and so no antiforgery token, except where
/// the page checks it itself. Requests are rate limited by link and client address.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Guest)]
public abstract class AnonymousPage : AppPage, IResultFilter
{
    /// <summary>How the operator's times and dates look; null if the link is not valid.</summary>
    protected abstract string? Locale { get; }

    [NonHandler]
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (Locale is { } locale)
            Languages.Speak(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, locale);
    }

    [NonHandler]
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    /// <summary>
    /// Reads the form without its idempotency key, which would be stored together with the address and its token. What
    /// these forms do can be repeated without harm.
    /// </summary>
    protected async Task<Input> ReadForm()
    {
        var input = await Request.ReadForm();
        return input.IdempotencyKey is null ? input : Input.Of(input.Given);
    }

    /// <summary>
    /// Renders this page with the given HTTP status. Links that are not found are counted for the client address.
    /// </summary>
    protected IActionResult Shown(int status)
    {
        var attempts = HttpContext.RequestServices.GetRequiredService<FailedAttempts>();
        if (status == StatusCodes.Status404NotFound && attempts.CountLink(HttpContext))
            return StatusCode(StatusCodes.Status429TooManyRequests);
        Response.StatusCode = status;
        return Page();
    }
}
