using Microsoft.AspNetCore.Antiforgery;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// Checks that a person acts on the page of a link in an email, because mail scanners follow links and submit forms: by
/// the session and the form's antiforgery token, or by the code from the email.
/// </summary>
public sealed class LinkVisitors(SessionResolver sessions, IAntiforgery antiforgery, FailedAttempts attempts)
{
    private static Refusal FormExpired =>
        Refusal.Conflict("form_expired", "You signed in or out in the meantime, so nothing was done. Try again.");

    private static Refusal SignInFirst =>
        Refusal.Conflict("sign_in_first", "Sign in first: the code of this link no longer works, or it has none.");

    private static Refusal TooManyCodes =>
        Refusal.TooOften(
            "too_many_codes", "Too many wrong codes came from here. Try again in 15 minutes.", FailedAttempts.Window);

    /// <summary>
    /// The session of this browser, and the viewer in the operator of the slug; programs have neither.
    /// </summary>
    public async Task<(Session? Session, Viewer? Viewer)> SignedIn(HttpContext http, string? slug) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: AccountsRegistration.Cookie }
            ? await sessions.Check(http.User, slug, http.RequestAborted)
            : (null, null);

    /// <summary>Refuses the form of a page unless a person sent it.</summary>
    /// <param name="accepts">Whether a code is the one of the link; counts wrong codes.</param>
    public async Task<Refusal?> Check(HttpContext http, LinkProof proof, Input input, Func<string, Task<bool>> accepts)
    {
        if (input.Refusal is { } unreadable) return unreadable;
        if (proof == LinkProof.SignIn) return SignInFirst;
        if (proof == LinkProof.Form)
            return await antiforgery.IsRequestValidAsync(http) ? null : FormExpired;
        if (attempts.Exceeds(http))
            return TooManyCodes;
        var code = input.Code();
        if (input.Refusal is { } invalid) return invalid;
        if (await accepts(code!)) return null;
        attempts.Count(http);
        return LinkWithCode.WrongCode;
    }
}
