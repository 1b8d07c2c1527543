using Htmx;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// Says kindly what went wrong. The request that failed is run again as one for this page, whatever its method was.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorPage : AppPage
{
    public StatusPage Excuse => StatusPage.For(Response.StatusCode);

    /// <summary>In how many minutes it is worth another try, where that was said.</summary>
    public int? Minutes =>
        int.TryParse(Response.Headers.RetryAfter, out var seconds) && seconds > 60 ? (seconds + 59) / 60 : null;

    public bool IsPart => Request.IsHtmx();

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Response.StatusCode == StatusCodes.Status200OK) context.Result = NotFound();
        // A form of before a sign-in carries a token of before: only the page made anew helps.
        if (IsPart && Response.StatusCode == StatusCodes.Status400BadRequest) Response.Headers["HX-Refresh"] = "true";
    }
}
