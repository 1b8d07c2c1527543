using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class MagicLinkTests
{
    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_refused()
    {
        await using var app = new AppFixture();
        var (_, ask, code) = await Asked(app);
        var client = app.CreateClient();
        for (var i = 0; i < 5; i++) await client.Post("/api/auth/tokens", new { ask, code = "00000000" }).Json(400);

        await client.Post("/api/auth/tokens", new { ask, code }).Json(400);
    }

    [Fact]
    public async Task An_expired_link_is_refused_like_an_unknown_one()
    {
        await using var app = new AppFixture();
        var (token, ask, _) = await Asked(app);
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        var expired = await app.CreateClient().Post("/api/auth/tokens", new { token, ask }).Json(400);
        var unknown = await app.CreateClient().Post("/api/auth/tokens", new { token = "nothing", ask }).Json(400);

        Assert.Equal((string?)unknown["title"], (string?)expired["title"]);
    }

    [Fact]
    public async Task Asking_for_an_operator_one_is_not_a_member_of_does_not_use_the_link()
    {
        await using var app = new AppFixture();
        var (token, ask, _) = await Asked(app);
        var client = app.CreateClient();

        var refused = await client.Post("/api/auth/tokens", new { token, ask, @operator = "elsewhere" }).Json(422);

        Assert.NotNull(refused["errors"]!["operator"]);
        await client.Post("/api/auth/tokens", new { token, ask, @operator = "queen-of-san-diego" }).Json();
    }

    [Fact]
    public async Task A_copied_cookie_is_invalid_after_signing_out()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        var signedOut = await cast.Sam.Browser.PostAsync(
            "/sign-out", new FormUrlEncodedContent([await FormToken(cast.Sam.Browser)]));

        Assert.Equal(303, (int)signedOut.StatusCode);
        await cast.Sam.Api.GetAsync("/api/me").Json(401);
    }

    private static async Task<KeyValuePair<string, string>> FormToken(HttpClient browser)
    {
        var field = (await browser.Page("/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!;
        return new("__RequestVerificationToken", field.GetAttribute("value")!);
    }
}
