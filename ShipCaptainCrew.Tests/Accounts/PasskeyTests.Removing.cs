using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests
{
    [Fact]
    public async Task Adding_and_removing_require_a_recent_sign_in_and_return_after_it()
    {
        await using var app = new AppFixture();
        var (kim, phone) = ((await app.Cast()).Kim, new Authenticator());
        await Add(kim, phone);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        var asked = await kim.Browser.PostForm(Page, "?handler=Ask");
        var added = await kim.Browser.PostForm(Page, ("name", "Another"));
        var removed = await kim.Browser.PostForm(Page, "?handler=Remove", ("id", phone.Id));

        Assert.Equal(403, (int)asked.StatusCode);
        Assert.Equal((403, "Another"),
            ((int)added.StatusCode, (await added.Html()).QuerySelector("#name")!.GetAttribute("value")));
        Assert.Equal("/sign-in?again", $"{removed.Headers.Location}");
        Assert.Single(await PasskeyNames(kim));
        var (challenge, options) = await Ask(kim.Browser);
        Assert.Equal(Page, $"{(await SignIn(kim.Browser, challenge, phone.Get(options))).Headers.Location}");
        Assert.Equal(303, (int)(await kim.Browser.PostForm(Page, "?handler=Remove", ("id", phone.Id))).StatusCode);
        await kim.Api.Get("/api/me").Json(401);
    }

    [Fact]
    public async Task Removing_a_passkey_ends_all_other_sessions_and_is_reported_by_email()
    {
        var (kim, phone, elsewhere) = (await SignedInUser(), new Authenticator(), Anonymous());
        await Add(kim, phone);
        var (challenge, options) = await Ask(elsewhere);
        await SignIn(elsewhere, challenge, phone.Get(options));
        await elsewhere.Get("/api/me").Json();

        var otherOperator = await fixture.Queen.Alex.Browser.PostForm(Page, "?handler=Remove", ("id", phone.Id));
        await kim.Browser.PostForm(Page, "?handler=Remove", ("id", phone.Id));

        Assert.Equal(404, (int)otherOperator.StatusCode);
        await elsewhere.Get("/api/me").Json(401);
        await kim.Browser.Get("/api/me").Json();
        await fixture.Ship.Post.Arrival(
            $"{kim.Name.ToLowerInvariant()}@queen-of-san-diego.example", "A passkey was added");
        await fixture.Ship.Post.Arrival(
            $"{kim.Name.ToLowerInvariant()}@queen-of-san-diego.example", "A passkey was removed");
        var log = (await fixture.Queen.Olive.Browser.Page("/queen-of-san-diego/log")).QuerySelectorAll(".log li")
            .Where(row => row.TextContent.Contains(kim.Name, StringComparison.Ordinal))
            .Select(row => row.TextContent).ToList();
        Assert.Contains(log, row => row.Contains("Added a passkey", StringComparison.Ordinal));
        Assert.Contains(log, row => row.Contains("Removed a passkey", StringComparison.Ordinal));
    }
}
