using Htmx;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// Explains an HTTP error. The status code middleware re-executes the failed request for this page, with its method.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorPage : AppPage
{
    public StatusPage Explanation => StatusPage.For(Response.StatusCode);

    /// <summary>Minutes from the Retry-After header, if more than one.</summary>
    public int? Minutes =>
        int.TryParse(Response.Headers.RetryAfter, out var seconds) && seconds > 60 ? (seconds + 59) / 60 : null;

    public bool IsHtmx => Request.IsHtmx();

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Response.StatusCode == StatusCodes.Status200OK) context.Result = NotFound();
        // A form loaded before a sign-in has an outdated antiforgery token; only reloading the page helps.
        if (IsHtmx && Response.StatusCode == StatusCodes.Status400BadRequest) Response.Htmx(htmx => htmx.Refresh());
    }
}
