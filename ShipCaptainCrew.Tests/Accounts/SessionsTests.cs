using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed class SessionsTests
{
    private const string Home = "/queen-of-san-diego";

    [Fact]
    public async Task Signing_out_everywhere_else_keeps_the_current_session()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var elsewhere = await SignInAgain(cast, cast.Kim);

        Assert.Equal(303, (int)(await cast.Kim.Browser.PostForm($"{Home}/me", "?handler=EndElsewhere")).StatusCode);

        await elsewhere.Get("/api/me").Json(401);
        await cast.Kim.Browser.Get("/api/me").Json();
        await cast.Sam.Api.Get("/api/me").Json();
    }

    [Fact]
    public async Task Sensitive_actions_require_a_sign_in_of_the_last_ten_minutes()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await cast.Olive.Api.Put($"/api/members/{cast.Dana.MemberId}", new { phone = "+1 619 555 0199" }).Json();
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var refused in new[]
        {
            await cast.Olive.Api.Put($"/api/members/{cast.Dana.MemberId}", new { role = "owner" }).Json(403),
            await cast.Olive.Api.Put($"/api/members/{cast.Sam.MemberId}", new { role = "dispatcher" }).Json(403),
            await cast.Olive.Api
                .Post("/api/members", new { name = "Jo", email = "jo@queen-of-san-diego.example", role = "owner" })
                .Json(403),
            await cast.Dana.Api.Post("/api/members", new { name = "Jo", email = "jo@queen-of-san-diego.example" })
                .Json(403),
            await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { phone = "+1 619 555 0199" }).Json(403),
            await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "suspended" }).Json(403),
            await cast.Dana.Api.DeleteAsync($"/api/members/{cast.Sam.MemberId}", TestContext.Current.CancellationToken)
                .Json(403),
            await cast.Olive.Api.Put("/api/standing-orders", new { waiver_years = 1 }).Json(403),
        })
            Assert.Equal("sign_in_again", (string?)refused["code"]);

        Assert.Equal("forbidden",
            (string?)(await cast.Dana.Api.Put($"/api/members/{cast.Olive.MemberId}", new { role = "crew" })
                .Json(403))["code"]);
        Assert.Equal(
            "/sign-in?again", $"{(await cast.Olive.Browser.Get($"{Home}/waivers/book.csv")).Headers.Location}");
        Assert.Equal(403, (int)(await cast.Dana.Browser.Get($"{Home}/waivers/book.csv")).StatusCode);
        var recent = await SignInAgain(cast, cast.Olive);
        using var changed = await recent.Put($"/api/members/{cast.Dana.MemberId}", new { role = "owner" });
        Assert.Equal(200, (int)changed.StatusCode);
    }

    [Fact]
    public async Task Ones_own_details_and_repeated_invitations_need_no_recent_sign_in()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var jo = await cast.Dana.Api.Post("/api/members", new { name = "Jo", email = "jo@queen-of-san-diego.example" })
            .Json(201);
        app.Clock.Advance(TimeSpan.FromHours(7));

        await cast.Dana.Api.Post($"/api/members/{jo.Id()}/invite").Json();
        await cast.Sam.Api
            .Put($"/api/members/{cast.Sam.MemberId}", new { name = "Sam Reed", phone = "+1 619 555 0199" })
            .Json();
        await cast.Olive.Api.Put("/api/standing-orders", new { grace_minutes = 45, waiver_years = 4 }).Json();
        Assert.Equal("forbidden",
            (string?)(await cast.Kim.Api.Post("/api/members", new { name = "Al", email = "al@example.com" })
                .Json(403))["code"]);
        Assert.Equal("forbidden",
            (string?)(await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { role = "owner" })
                .Json(403))["code"]);
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("archived")]
    public async Task A_suspended_or_archived_member_is_signed_out_from_the_next_request_on(string how)
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        foreach (var client in new[] { cast.Sam.Api, cast.Sam.Browser }) await client.Get("/api/me").Json();

        if (how == "suspended")
            await cast.Olive.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "suspended" }).Json();
        else
            await cast.Olive.Api.DeleteAsync(
                $"/api/members/{cast.Sam.MemberId}", TestContext.Current.CancellationToken);

        foreach (var client in new[] { cast.Sam.Api, cast.Sam.Browser }) await client.Get("/api/me").Json(401);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/%2f/evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/@evil.example")]
    [InlineData("@evil.example")]
    [InlineData("/a\r\nLocation: https://evil.example")]
    [InlineData("/queen\\..\\..\\evil.example")]
    [InlineData("/\u2215evil.example")]
    [InlineData("/\uFF0Fevil.example")]
    [InlineData("/.evil.example")]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_return_address_outside_this_app_is_ignored(string path)
    {
        Assert.False(BackCookie.IsOurs(path));
        await using var app = new AppFixture();
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });

        using var page = await browser.GetAsync(
            $"/sign-in?returnUrl={Uri.EscapeDataString(path)}", TestContext.Current.CancellationToken);

        Assert.DoesNotContain(page.Headers,
            header => header.Key == "Set-Cookie"
                && header.Value.Any(value => value.Contains("scc-back", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/queen-of-san-diego")]
    [InlineData("/queen-of-san-diego/charters/7?hide=done")]
    [InlineData("/a//..//e")]
    public void A_return_address_inside_this_app_is_accepted(string path) => Assert.True(BackCookie.IsOurs(path));

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_requested_before()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        var redirect = await browser.Get($"{Home}/me");
        await browser.Get($"{redirect.Headers.Location}");
        await browser.PostForm("/sign-in", ("email", "sam@queen-of-san-diego.example"));
        var message = await app.Post.Arrival(delivery => delivery.To.Contains("sam@queen-of-san-diego.example"));
        var link = System.Text.RegularExpressions.Regex.Match(message.TextBody!, "/sign-in/[A-Za-z0-9_-]{43}").Value;

        var signedIn = await browser.PostForm(link);

        Assert.Equal($"{Home}/me", $"{signedIn.Headers.Location}");
        Assert.Equal(200, (int)(await browser.Get($"{Home}/me")).StatusCode);
    }

    [Fact]
    public async Task A_token_signed_with_the_previous_key_is_accepted_and_one_signed_with_another_key_is_not()
    {
        const string former = "the key that was good until yesterday", present = "the key that is good from today on";
        await using var before = new AppFixture { Settings = { ["Jwt:Secret"] = former } };
        var cast = await before.Cast();
        var token = cast.Kim.Api.DefaultRequestHeaders.Authorization!.Parameter!;

        await AssertAccepted((present, former), true);
        await AssertAccepted((present, null), false);
        await AssertAccepted((former, present), true);

        async Task AssertAccepted((string Secret, string? Previous) keys, bool isAccepted)
        {
            await using var app = new AppFixture
            {
                Settings = { ["Jwt:Secret"] = keys.Secret, ["Jwt:PreviousSecret"] = keys.Previous ?? "" },
            };
            var rules = AccessToken.Rules(app.Services.GetRequiredService<TokenKey>(), app.Clock);
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, rules);
            Assert.Equal(isAccepted, result.IsValid);
        }
    }

    /// <summary>Signs the same user in a second time, for a program.</summary>
    private static Task<HttpClient> SignInAgain(Cast cast, TestUser who) => who.SignInAgain(cast.Ship, cast.OperatorId);
}
