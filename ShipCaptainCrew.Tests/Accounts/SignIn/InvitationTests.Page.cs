using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class InvitationTests
{
    [Fact]
    public async Task Its_page_leads_to_the_sign_in_and_back_and_then_accepts_it()
    {
        var page = $"/sign-in/{await Invite()}";
        using var browser = Visitor();
        var first = await browser.Page(page);
        Assert.Equal("/sign-in", first.QuerySelector("main a.btn")!.GetAttribute("href"));

        Assert.Equal(page, $"{(await SignIn(browser)).Headers.Location}");
        var asked = await browser.Page(page);
        Assert.Contains("invites you as crew", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Accept", asked.QuerySelector("main form button")!.TextContent);
        Assert.Null(Assert.Single(await KimsMemberships(strangers)).JoinedAt);

        for (var press = 0; press < 2; press++)
        {
            var accepted = await browser.Press(asked.QuerySelector("main form")!, page);
            Assert.Equal((303, "/strangers"), ((int)accepted.StatusCode, $"{accepted.Headers.Location}"));
        }

        Assert.Equal(200, await StatusOf(browser, "/strangers"));
        Assert.Equal("This link no longer works", (await Visitor().Page(page)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Its_page_does_not_accept_it_without_its_own_form()
    {
        var page = $"/sign-in/{await Invite()}";

        using var sent = await queen.Kim.Browser.PostAsync(page, new FormUrlEncodedContent([]), stop);

        Assert.Equal(400, (int)sent.StatusCode);
        Assert.Null(Assert.Single(await KimsMemberships(strangers)).JoinedAt);
    }

    [Fact]
    public async Task Its_page_offers_another_person_to_sign_out_and_comes_back()
    {
        var page = $"/sign-in/{await Invite()}";

        var shown = await queen.Sam.Browser.Page(page);
        var sent = await queen.Sam.Browser.PostForm(page);

        Assert.Contains("you are signed in here as sam@queen-of-san-diego.example",
            shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(409, (int)sent.StatusCode);
        var signOut = Assert.Single(shown.QuerySelectorAll("main form"));
        Assert.Equal("/sign-out", signOut.GetAttribute("action"));
        var signedOut = await queen.Sam.Browser.Press(signOut, "/sign-out");
        Assert.Equal((303, "/sign-in"), ((int)signedOut.StatusCode, $"{signedOut.Headers.Location}"));
        Assert.Equal(page, $"{(await SignIn(queen.Sam.Browser)).Headers.Location}");
        Assert.Null(Assert.Single(await KimsMemberships(strangers)).JoinedAt);
    }

    [Fact]
    public async Task A_person_who_left_every_operator_signs_in_and_accepts_a_new_invitation()
    {
        using var older = await queen.Kim.SignInAgain(app, queen.OperatorId);
        var member = $"/api/members/{queen.Kim.MemberId}";
        await queen.Olive.Api.DeleteAsync(member, stop).Json(204);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await queen.Olive.Api.Post("/api/members", new { name = "Kim", email = Kim, role = "crew" }).Json(201);
        var page = $"/sign-in/{await InvitationOf(queen, queen.Kim.MemberId)}";
        using var browser = Visitor();

        Assert.Equal("/", $"{(await SignIn(browser)).Headers.Location}");
        Assert.Contains("you have an invitation",
            (await browser.Page("/")).QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        var accepted = await browser.PostForm(page);

        Assert.Equal((303, $"/{queen.Slug}"), ((int)accepted.StatusCode, $"{accepted.Headers.Location}"));
        Assert.Equal(queen.Slug, (string?)(await browser.Get("/api/me").Json())["operator"]);
        Assert.Equal(401, await StatusOf(older, "/api/me"));
        Assert.Equal(401, await StatusOf(queen.Kim.Api, $"/{queen.Slug}"));
    }

    [Fact]
    public async Task A_person_who_left_every_operator_accepts_a_new_invitation_by_the_api_with_a_cookie()
    {
        await queen.Olive.Api.DeleteAsync($"/api/members/{queen.Kim.MemberId}", stop).Json(204);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var token = await Invite();

        Assert.Equal("strangers", (string?)(await Accept(queen.Kim.Browser, token))["operator"]);

        Assert.Equal("strangers", (string?)(await queen.Kim.Browser.Get("/api/me").Json())["operator"]);
    }
}
