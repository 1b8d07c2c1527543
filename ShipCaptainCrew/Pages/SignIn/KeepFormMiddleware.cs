using System.Security.Claims;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.SignIn;

/// <summary>
/// Keeps what was typed when a form was answered with the sign-in page, because the session of its person had ended.
/// The cookie of an ended session still tells who it was; a request without one keeps nothing. The re-execution that
/// renders the error page of an htmx request is not another form.
/// </summary>
public sealed class KeepFormMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var isForm = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            && !BodyLimitMiddleware.Exceeds(http.Request);
        return isForm && StatusPage.IsFirstRun(http) && PersonOf(http.User) is { } personId
            ? KeepIfSignedOut(http, personId) : next(http);
    }

    private async Task KeepIfSignedOut(HttpContext http, Guid personId)
    {
        await next(http);
        if (http.Response.HasStarted || !IsSentToSignIn(http.Response)) return;
        var input = await http.Request.ReadForm();
        if (input.Refusal is not null) return;
        await http.RequestServices.GetRequiredService<KeptForms>().Keep(http, personId, input.Given);
    }

    private static Guid? PersonOf(ClaimsPrincipal user) =>
        user.Identity?.AuthenticationType == AccountsRegistration.Cookie
            && Guid.TryParse(user.FindFirstValue("sub"), out var id) ? id : null;

    private static bool IsSentToSignIn(HttpResponse response) =>
        response.Headers.Location == OpenPages.SignIn || response.Headers["HX-Redirect"] == OpenPages.SignIn;
}
