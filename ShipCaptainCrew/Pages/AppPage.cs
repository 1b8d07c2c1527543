using System.Text.Json.Nodes;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// What every page can do: know its viewer, answer htmx and plain posts alike, and give a refused form back as it was
/// typed.
/// </summary>
public abstract class AppPage : PageModel
{
    /// <summary>Null on pages that are open to all.</summary>
    public Viewer? Viewer => HttpContext.Features.Get<Viewer>();

    public Viewer Me => HttpContext.Viewer();

    /// <summary>Does without scripts and form tokens, and so without a cookie.</summary>
    public virtual bool IsBare => false;

    /// <summary>Why the last post was refused; the page shows it above the form and beside the fields.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What was typed, where a form is shown again.</summary>
    public JsonObject? Typed { get; private set; }

    /// <summary>The key that tells one wish of this form from the same wish sent twice.</summary>
    public string IdempotencyKey => (string?)Typed?[RequestInput.KeyName] ?? Guid.CreateVersion7().ToString("N");

    /// <summary>Where this page is found, whatever was asked of it.</summary>
    public string OwnAddress =>
        Request.Path.ToUriComponent() + QueryString.Create(Request.Query.Where(pair => pair.Key != "handler"));

    /// <summary>What is wrong with a field, first things first.</summary>
    public LocalizedText? ErrorOf(string field) =>
        Refusal?.Errors?.GetValueOrDefault(field) is [var first, ..] ? first : null;

    /// <summary>What stands in a field: what was typed, else its value so far.</summary>
    public string? ValueOf(string field, string? now) =>
        Typed is null ? now : Typed.At(field) is JsonValue value ? value.ToString() : null;

    /// <summary>The same for a field of several values.</summary>
    public IEnumerable<string> ValuesOf(string field, IEnumerable<string> now) =>
        Typed is null ? now : Typed.AllAt(field);

    /// <summary>
    /// What a page does not handle it does not show either: without this a POST would draw a page that loaded nothing.
    /// </summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null) context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>
    /// On to another page: htmx is told to go there, a plain form is redirected (303, so that a reload does not post
    /// again).
    /// </summary>
    protected IActionResult GoTo(string address)
    {
        if (!Request.IsHtmx()) return new SeeOther(address);
        Response.Htmx(htmx => htmx.Redirect(address));
        return new OkResult();
    }

    /// <summary>
    /// Shows the same page again with what was typed and why not, by <paramref name="load"/>ing what else it shows.
    /// </summary>
    protected async Task<IActionResult> Again(Refusal refusal, Input input, Func<Task<IActionResult>> load)
    {
        if (refusal.Code == Lookups.SignInAgain && input.Given.Count == 0) return SignInAgain(OwnAddress);
        if (refusal.Code != Lookups.SignInAgain
            && refusal.Kind is RefusalKind.NotFound or RefusalKind.Forbidden or RefusalKind.TooLarge
                or RefusalKind.Malformed)
            return StatusCode(refusal.Status());
        (Refusal, Typed) = (refusal, input.Given);
        if (refusal.Wait is { } wait) HttpContext.SetRetryAfter(wait);
        var page = await load();
        Response.StatusCode = refusal.Status();
        return page;
    }

    /// <summary>To the sign-in page and from there, with nothing typed that could be lost, to a page of ours.</summary>
    protected IActionResult SignInAgain(string back)
    {
        BackCookie.Set(HttpContext, back);
        return GoTo($"{OpenPages.SignIn}?again");
    }

    /// <summary>Shows what was typed, though nothing was refused.</summary>
    protected void Keep(Input input) => Typed = input.Given;

    private sealed class SeeOther(string address) : ActionResult
    {
        public override void ExecuteResult(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.HttpContext.Response.Headers.Location = address;
        }
    }
}
