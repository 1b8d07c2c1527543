using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const string Page = "/queen-of-san-diego/me/passkeys";

    [Fact]
    public async Task A_passkey_signs_its_owner_in_and_its_response_cannot_be_replayed()
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator());
        await Add(kim, phone);
        var (challenge, options) = await Ask(Anonymous());
        var credential = phone.Get(options);
        var browser = Anonymous();

        var signedIn = await SignIn(browser, challenge, credential);

        Assert.Equal((303, "/queen-of-san-diego"), ((int)signedIn.StatusCode, $"{signedIn.Headers.Location}"));
        Assert.Equal(kim.Name, (string?)(await browser.Get("/api/me").Json())["name"]);
        foreach (var replayer in new[] { browser, Anonymous() })
            Assert.Equal(422, (int)(await SignIn(replayer, challenge, credential)).StatusCode);
    }

    [Fact]
    public async Task A_passkey_can_be_renamed_by_its_owner_only()
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator());
        await Add(kim, phone);

        await kim.Browser.PostForm(Page, "?handler=Rename", ("id", phone.Id), ("name", "The <b>office</b> laptop"));

        Assert.Equal(["The <b>office</b> laptop"], await PasskeyNames(kim));
        Assert.Equal(404,
            (int)(await fixture.Queen.Alex.Browser.PostForm(
                Page, "?handler=Rename", ("id", phone.Id), ("name", "Mine"))).StatusCode);
        Assert.Equal(404,
            (int)(await kim.Browser.PostForm(Page, "?handler=Rename", ("id", "%%%"), ("name", "Mine"))).StatusCode);
    }

    [Fact]
    public async Task Signing_in_with_a_passkey_ends_the_previous_session_of_the_browser()
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator());
        await Add(kim, phone);
        var (challenge, options) = await Ask(kim.Browser);

        await SignIn(kim.Browser, challenge, phone.Get(options));

        await kim.Api.Get("/api/me").Json(401);
        await kim.Browser.Get("/api/me").Json();
    }
}
