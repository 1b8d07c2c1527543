using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed class PasskeyTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
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

        Assert.Equal((303, "/"), ((int)signedIn.StatusCode, $"{signedIn.Headers.Location}"));
        Assert.Equal(kim.Name, (string?)(await browser.Get("/api/me").Json())["name"]);
        foreach (var replayer in new[] { browser, Anonymous() })
            Assert.Equal(422, (int)(await SignIn(replayer, challenge, credential)).StatusCode);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nothing")]
    [InlineData("another challenge")]
    [InlineData("a challenge for adding one")]
    [InlineData("a challenge too old")]
    [InlineData("another site")]
    [InlineData("no site")]
    [InlineData("another site's frame")]
    [InlineData("another domain")]
    [InlineData("a broken signature")]
    [InlineData("another person's user handle")]
    [InlineData("a counter that went back")]
    [InlineData("no user verification")]
    [InlineData("an unknown passkey")]
    [InlineData("a suspended member")]
    public async Task Every_invalid_response_gets_the_same_refusal_and_uses_up_its_challenge(string what)
    {
        var (sam, phone) = (await SignedInUser(), new Authenticator());
        await Add(sam, phone);
        var (challenge, options) = await Ask(Anonymous());
        var valid = phone.Get(options);
        var (usedChallenge, response) = await InvalidResponse(what, sam, phone, challenge, options);

        var refused = await SignIn(Anonymous(), usedChallenge, response);

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("This passkey was not accepted. Try again, or use a link by mail.",
            (await refused.Html()).QuerySelector("#errs li")!.TextContent.Trim());
        Assert.DoesNotContain(refused.Headers,
            header => header.Key == "Set-Cookie"
                && header.Value.Any(value => value.Contains("scc-session", StringComparison.Ordinal)));
        if (usedChallenge == challenge)
            Assert.Equal(422, (int)(await SignIn(Anonymous(), challenge, valid)).StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("garbage")]
    [InlineData(null)]
    public async Task A_passkey_is_added_only_for_the_person_who_asked_and_only_if_it_is_valid(string? credential)
    {
        var (mallory, victim) = (await SignedInUser(), await SignedInUser());
        using var phone = new Authenticator();
        var (challenge, options) = await Ask(credential is null ? mallory.Browser : victim.Browser, Page);

        var refused = await victim.Browser.PostForm(Page, ("name", "Phone"), ("challenge", $"{challenge}"),
            ("credential", credential ?? phone.Create(options)));

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Empty(await PasskeyNames(victim));
        Assert.Empty(await PasskeyNames(mallory));
    }

    [Theory]
    [InlineData("another site")]
    [InlineData("another site's frame")]
    [InlineData("another domain")]
    [InlineData("no user verification")]
    [InlineData("a challenge for signing in")]
    [InlineData("a challenge too old")]
    [InlineData("somebody else's passkey")]
    public async Task An_invalid_new_passkey_is_refused_and_uses_up_its_challenge(string what)
    {
        var (kim, phone, valid) = (await SignedInUser(), new Authenticator(), new Authenticator());
        var (challenge, options) = await Ask(kim.Browser, Page);
        switch (what)
        {
            case "another site": phone.Origin = "https://evil.example"; break;
            case "another site's frame": phone.IsFramed = true; break;
            case "another domain": phone.Domain = "evil.example"; break;
            case "no user verification": phone.Verifies = false; break;
            case "a challenge for signing in": challenge = (await Ask(Anonymous())).Challenge; break;
            case "a challenge too old": fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(5)); break;
            default: await Add(await SignedInUser(), phone); break;
        }

        foreach (var credential in new[] { phone.Create(options), valid.Create(options) })
        {
            using var refused = await kim.Browser.PostForm(
                Page, ("name", "Phone"), ("challenge", $"{challenge}"), ("credential", credential));
            Assert.Equal(422, (int)refused.StatusCode);
        }

        Assert.Empty(await PasskeyNames(kim));
    }

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
        var log = (await fixture.Queen.Olive.Browser.Page("/queen-of-san-diego/log")).QuerySelectorAll("tbody tr")
            .Where(row => row.TextContent.Contains(kim.Name, StringComparison.Ordinal))
            .Select(row => row.TextContent).ToList();
        Assert.Contains(log, row => row.Contains("Added a passkey", StringComparison.Ordinal));
        Assert.Contains(log, row => row.Contains("Removed a passkey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_has_at_most_twenty_passkeys_each_with_a_name()
    {
        var kim = await SignedInUser();
        for (var i = 0; i < 20; i++) await Add(kim, new Authenticator());

        Assert.Equal(422, (int)(await TryAdd(kim, new Authenticator(), "One more")).StatusCode);
        Assert.Equal(422, (int)(await kim.Browser.PostForm(Page, ("name", ""))).StatusCode);
        Assert.Equal(422, (int)(await kim.Browser.PostForm(Page, ("name", new string('n', 121)))).StatusCode);
        Assert.Equal(
            422, (int)(await TryAdd(await SignedInUser(), new Authenticator(), new string('n', 10_240))).StatusCode);

        Assert.Equal(20, (await PasskeyNames(kim)).Count);
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

    private async Task<(Guid Challenge, string Credential)> InvalidResponse(
        string what, TestUser sam, Authenticator phone, Guid challenge, JsonNode options)
    {
        switch (what)
        {
            case "nothing": return (challenge, "");
            case "another challenge": return (challenge, phone.Get((await Ask(Anonymous())).Options));
            case "a challenge for adding one":
                var (own, adding) = await Ask(sam.Browser, Page);
                return (own, phone.Get(adding));
            case "a challenge too old":
                fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(5));
                break;
            case "another site":
                phone.Origin = "https://evil.example";
                break;
            case "no site":
                phone.Origin = "";
                break;
            case "another site's frame":
                phone.IsFramed = true;
                break;
            case "a broken signature":
                phone.Forges = true;
                break;
            case "another person's user handle":
                phone.User = (await SignedInUser()).MemberId.ToString();
                break;
            case "a counter that went back":
                phone.Count = 9;
                var (earlier, first) = await Ask(Anonymous());
                Assert.Equal(303, (int)(await SignIn(Anonymous(), earlier, phone.Get(first))).StatusCode);
                phone.Count = 8;
                break;
            case "another domain":
                phone.Domain = "evil.example";
                break;
            case "no user verification":
                phone.Verifies = false;
                break;
            case "an unknown passkey":
                return (challenge, new Authenticator().Get(options));
            case "a suspended member":
                await (await SignedInUser(MemberRole.Dispatcher)).Api
                    .Put($"/api/members/{sam.MemberId}", new { status = "suspended" })
                    .Json();
                break;
            default: return (challenge, what);
        }

        return (challenge, phone.Get(options));
    }

    private HttpClient Anonymous() => fixture.Ship.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A new user who has just signed in.</summary>
    private Task<TestUser> SignedInUser(MemberRole role = MemberRole.Crew) =>
        TestUser.Board(fixture.Ship, fixture.Queen.OperatorId, fixture.Queen.Slug, $"Jo{Guid.NewGuid():N}"[..10], role);

    private static async Task Add(TestUser who, Authenticator phone) =>
        Assert.Equal(303, (int)(await TryAdd(who, phone, "Phone")).StatusCode);

    private static async Task<HttpResponseMessage> TryAdd(TestUser who, Authenticator phone, string name)
    {
        var (challenge, options) = await Ask(who.Browser, Page);
        return await who.Browser.PostForm(
            Page, ("name", name), ("challenge", $"{challenge}"), ("credential", phone.Create(options)));
    }

    private static async Task<(Guid Challenge, JsonNode Options)> Ask(HttpClient browser, string page = "/sign-in")
    {
        var asked = await browser.PostForm(page, "?handler=Ask").Json();
        return ((Guid)asked["challenge"]!, asked["options"]!);
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, Guid challenge, string credential) =>
        browser.PostForm("/sign-in", "?handler=Passkey", ("challenge", $"{challenge}"), ("credential", credential));

    private static async Task<List<string>> PasskeyNames(TestUser who) =>
        (await who.Browser.Page(Page)).QuerySelectorAll("ul.rows input[name=name]")
            .Select(field => field.GetAttribute("value")!).ToList();
}
