using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

public sealed class MePageTests
{
    private const string Home = "/queen-of-san-diego";

    [Fact]
    public async Task A_member_changes_their_own_name_and_an_empty_name_is_refused()
    {
        await using var app = new AppFixture();
        var sam = (await app.Cast()).Sam;

        Assert.Equal(422, (int)(await sam.Browser.PostForm($"{Home}/me", ("name", ""), ("phone", ""))).StatusCode);
        Assert.Equal(
            303, (int)(await sam.Browser.PostForm($"{Home}/me", ("name", "Sam Ito"), ("phone", ""))).StatusCode);

        Assert.Equal("Sam Ito", (string?)(await sam.Api.GetAsync("/api/me").Json())["name"]);
    }

    [Fact]
    public async Task Ending_a_session_takes_effect_at_once_and_only_for_own_sessions()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        var refused =
            await cast.Alex.Browser.PostForm($"{Home}/me", "?handler=End", ("session", $"{cast.Sam.SessionId}"));
        Assert.Equal(404, (int)refused.StatusCode);
        await cast.Sam.Api.GetAsync("/api/me").Json();

        await cast.Sam.Browser.PostForm($"{Home}/me", "?handler=End", ("session", $"{cast.Sam.SessionId}"));
        await cast.Sam.Api.GetAsync("/api/me").Json(401);
    }

    [Fact]
    public async Task The_theme_is_stored_on_the_device_and_redirects_only_within_the_app()
    {
        await using var app = new AppFixture();
        var sam = (await app.Cast()).Sam.Browser;

        var bright =
            await sam.PostForm($"{Home}/me", "?handler=Theme", ("theme", "bright"), ("back", "//evil.example"));

        Assert.Equal($"{Home}/me", bright.Headers.Location!.OriginalString);
        var page = await sam.Page($"{Home}/me");
        Assert.Equal("bright", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(
            "bright", Assert.Single(page.QuerySelectorAll("[name=theme][aria-pressed=true]")).GetAttribute("value"));

        await sam.PostForm($"{Home}/me", "?handler=Theme", ("theme", "disco"));
        Assert.Null((await sam.Page($"{Home}/me")).DocumentElement.GetAttribute("data-theme"));
    }
}
