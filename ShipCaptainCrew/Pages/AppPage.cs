using System.Text.Json.Nodes;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.Shared;
using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// Base of all pages: the viewer, responses that fit htmx and plain requests, and refused forms shown again as typed.
/// </summary>
public abstract class AppPage : PageModel
{
    /// <summary>The signed-in viewer; null on pages without an operator.</summary>
    public Viewer? Viewer => HttpContext.Features.Get<Viewer>();

    public Viewer Me => HttpContext.Viewer();

    /// <summary>
    /// Whether the page has no scripts and needs no cookie; only its forms for a signed-in person have an antiforgery
    /// token.
    /// </summary>
    public virtual bool IsBare => false;

    /// <summary>
    /// Whether the page offers a signed-in person to sign out. Guests' pages do not: a guest may hold the crew's phone.
    /// </summary>
    public virtual bool OffersSignOut => !IsBare;

    /// <summary>Why the post was refused; shown above the form and at the fields.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The submitted values, if a form is shown again.</summary>
    public JsonObject? Typed { get; private set; }

    /// <summary>Idempotency key of the form, so that a post sent twice is handled once.</summary>
    public string IdempotencyKey => (string?)Typed?[RequestInput.KeyName] ?? FormKey.New();

    /// <summary>Address of this page, without the handler.</summary>
    public string OwnAddress =>
        Request.Path.ToUriComponent() + QueryString.Create(Request.Query.Where(pair => !IsHandler(pair.Key)));

    private static bool IsHandler(string key) => key.Equals("handler", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first error of a field.</summary>
    public LocalizedText? ErrorOf(string field) =>
        Refusal?.Errors?.GetValueOrDefault(field) is [var first, ..] ? first : null;

    /// <summary>The value to show in a field: the submitted one, else the current one.</summary>
    public string? ValueOf(string field, string? current) =>
        Typed is null ? current : Typed.At(field) is JsonValue value ? value.ToString() : null;

    /// <summary>A field as it is shown.</summary>
    /// <param name="current">The value before any input.</param>
    public FieldState Field(string name, string? current = null) => new(name, ValueOf(name, current), ErrorOf(name));

    /// <summary>The same for a field with several values.</summary>
    public IEnumerable<string> ValuesOf(string field, IEnumerable<string> current) =>
        Typed is null ? current : Typed.AllAt(field);

    /// <summary>405 for methods without a handler; by default a POST would render a page that loaded no data.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null) context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        ServerTime.Send(HttpContext, HttpContext.RequestServices.GetRequiredService<TimeProvider>());
    }

    /// <summary>Shows a form as it was typed before the person had to sign in again.</summary>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsGet(Request.Method) && Viewer is { } viewer)
        {
            var forms = HttpContext.RequestServices.GetRequiredService<KeptForms>();
            Typed = await forms.Take(HttpContext, viewer.PersonId);
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>
    /// Redirects to another page: by the HX-Redirect header for htmx, else by 303, so a reload does not post again.
    /// </summary>
    protected IActionResult GoTo(string address)
    {
        if (!Request.IsHtmx()) return new SeeOther(address);
        Response.Htmx(htmx => htmx.Redirect(address));
        return new OkResult();
    }

    /// <summary>
    /// Shows the page again with the submitted values and the refusal. A refusal that no input can fix gets a status
    /// page.
    /// </summary>
    /// <param name="load">Loads the data of the page and renders it.</param>
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

    /// <summary>Redirects to the sign-in page, and from there to the given page. Submitted values are lost.</summary>
    protected IActionResult SignInAgain(string back)
    {
        BackCookie.Set(HttpContext, back);
        return GoTo($"{OpenPages.SignIn}?again");
    }

    /// <summary>Keeps the submitted values for showing the form again, without a refusal.</summary>
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
