using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    [Fact]
    public async Task Mail_scanners_and_forms_of_other_sites_confirm_nothing()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        var visits =
            from agent in new[] { "Mozilla/5.0 (compatible; BingPreview/1.0b)", "Barracuda Sentinel" }
            from link in new[] { oldLink, newLink }
            select (agent, link);
        foreach (var (agent, link) in visits)
        {
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Options })
                (await phone.With("User-Agent", agent, method, link)).Dispose();
            foreach (var handler in new[] { "", "?handler=Keep" })
            {
                using var empty = await phone.PostAsync(link + handler, null, stop);
                Assert.Equal(422, (int)empty.StatusCode);
                using var posted = await phone.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, link + handler);
                Assert.Equal(403, (int)posted.StatusCode);
            }
        }

        Assert.Equal([Mailbox.Old, Mailbox.New], (await WaitingFor(Sam))!.Missing);
    }

    [Fact]
    public async Task The_confirmation_page_is_not_cached_sends_no_referrer_and_needs_no_cookie_or_script()
    {
        await cast.AskFor(Sam, New);
        using var response = await phone.GetAsync((await Links()).Old, stop);
        var page = await response.Html();

        Assert.Equal(("no-store", "no-referrer", "noindex"),
            ($"{response.Headers.CacheControl}", response.Headers.GetValues("Referrer-Policy").Single(),
                response.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.QuerySelectorAll("script, input[type=hidden]"));
    }

    [Fact]
    public async Task Every_invalid_link_gets_the_same_response()
    {
        await cast.AskFor(Sam, "first@elsewhere.example");
        var replaced = await app.AddressLink(Old);
        await cast.AskFor(Sam, New);
        var withdrawn = await Links();
        await Sam.Browser.PostForm($"{Home}/me/address", "?handler=Withdraw");
        await cast.AskFor(cast.Kim, "kim@elsewhere.example");
        var declined = await app.AddressLink("kim@elsewhere.example");
        using var answer = await Decline(declined);
        Assert.Contains("Nothing changes", (await answer.Html()).Body!.TextContent, StringComparison.Ordinal);
        await cast.AskFor(cast.Max, "max@elsewhere.example");
        var expired = await app.AddressLink("max@elsewhere.example");
        app.Clock.Advance(EmailChange.Life);
        await phone.Post("/api/auth/magic-links", new { email = "alex@queen-of-san-diego.example" }).Json(202);
        var signIn = (await app.Post.Arrival("alex@queen-of-san-diego.example", "sign-in")).TextBody!;
        var otherKind = $"/me/address/{SignInToken(signIn)}";
        string[] links =
            [replaced, withdrawn.Old, withdrawn.New, declined, expired, otherKind, "/me/address/no-such-token"];

        var bodies = new HashSet<string>();
        foreach (var link in links)
        {
            HttpResponseMessage[] responses =
            [
                await phone.GetAsync(link, stop),
                await Confirm(link),
                await Decline(link),
            ];
            foreach (var response in responses)
            {
                Assert.Equal(404, (int)response.StatusCode);
                bodies.Add(await response.Content.ReadAsStringAsync(stop));
            }
        }

        Assert.Single(bodies);
        Assert.All(await Emails(), email => Assert.DoesNotContain("elsewhere", email, StringComparison.Ordinal));
    }
}
