using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SessionsTests
{
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
}
