using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SessionLifeTests
{
    /// <summary>Signs Sam in.</summary>
    private async Task<HttpResponseMessage> SignIn(HttpClient browser, string way, params (string, string)[] more)
    {
        if (way == "passkey") return await SignInByPasskey(browser, more);
        var email = await RequestEmail(browser);
        return way == "link"
            ? await browser.PostForm(Link().Match(email).Value, more)
            : await browser.PostForm("/sign-in/sent", [("code", Code().Match(email).Value), .. more]);
    }

    /// <summary>Requests a sign-in email for Sam in a browser and returns its text.</summary>
    private async Task<string> RequestEmail(HttpClient browser, params (string, string)[] more)
    {
        var countBefore = Emails().Count();
        await browser.PostForm("/sign-in", [("email", Sam), .. more]);
        await Waiting.Until(() => Emails().Count() > countBefore);
        return Emails().Last();
    }

    private async Task<HttpResponseMessage> SignInByPasskey(HttpClient browser, (string, string)[] more)
    {
        if (!hasPasskey) await AddPasskey();
        var request = await browser.PostForm("/sign-in", "?handler=Ask").Json();
        var credential = authenticator.Get(request["options"]!);
        return await browser.PostForm("/sign-in", "?handler=Passkey",
            [("challenge", $"{request["challenge"]}"), ("credential", credential), .. more]);
    }

    private async Task AddPasskey()
    {
        hasPasskey = true;
        var request = await queen.Sam.Browser.PostForm($"{Home}/me/passkeys", "?handler=Ask").Json();
        await queen.Sam.Browser.PostForm($"{Home}/me/passkeys", ("name", "Phone"),
            ("challenge", $"{request["challenge"]}"), ("credential", authenticator.Create(request["options"]!)));
    }

    private IEnumerable<string> Emails() =>
        app.Post.Deliveries.Where(delivery => delivery.To.Contains(Sam))
            .Select(delivery => delivery.Message.TextBody!)
            .Where(text => Link().IsMatch(text));

    private static string Cookie(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie")
            .Single(cookie => cookie.StartsWith("scc-session=", StringComparison.Ordinal)
                && !cookie.StartsWith("scc-session=;", StringComparison.Ordinal))
            + ";";

    [GeneratedRegex("/sign-in/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{4}[- ]?[0-9A-HJKMNP-TV-Z]{4}\b")]
    private static partial Regex Code();
}
