using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages;

public sealed class StartAndMePagesTests
{
    private const string Home = "/queen-of-san-diego";

    [Fact]
    public async Task A_new_operator_begins_with_the_standard_set_once_however_often_it_is_asked_for()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var dana = cast.Dana.Browser;
        Assert.Contains(
            "Use the standard set", (await dana.Page($"{Home}/start")).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(303, (int)(await dana.PostForm($"{Home}/start")).StatusCode);
        await dana.PostForm($"{Home}/start");

        Assert.Equal(4, (await cast.Dana.Api.GetAsync("/api/charter-types").Json())["items"]!.AsArray().Count);
        Assert.Equal(3, (await cast.Dana.Api.GetAsync("/api/checklist-templates").Json())["items"]!.AsArray().Count);
        Assert.Equal(403, (int)(await cast.Sam.Browser.GetAsync($"{Home}/start")).StatusCode);
    }

    [Fact]
    public async Task The_six_steps_are_ticked_off_by_what_is_there()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49 }).Json(201);

        var steps = (await cast.Dana.Browser.Page($"{Home}/start")).QuerySelectorAll(".steps > li");

        Assert.Equal([true, true, false, false, false, false], steps.Select(step => step.ClassList.Contains("done")));
    }

    [Fact]
    public async Task A_person_changes_their_own_name_and_is_asked_for_one_that_is_missing()
    {
        await using var app = new AppFixture();
        var sam = (await app.Cast()).Sam;

        Assert.Equal(422, (int)(await sam.Browser.PostForm($"{Home}/me", ("name", ""), ("phone", ""))).StatusCode);
        Assert.Equal(
            303, (int)(await sam.Browser.PostForm($"{Home}/me", ("name", "Sam Ito"), ("phone", ""))).StatusCode);

        Assert.Equal("Sam Ito", (string?)(await sam.Api.GetAsync("/api/me").Json())["name"]);
    }

    [Fact]
    public async Task A_session_ended_from_elsewhere_is_over_at_once_and_nobody_ends_anothers()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        var stranger =
            await cast.Alex.Browser.PostForm($"{Home}/me", "?handler=End", ("session", $"{cast.Sam.SessionId}"));
        Assert.Equal(404, (int)stranger.StatusCode);
        await cast.Sam.Api.GetAsync("/api/me").Json();

        await cast.Sam.Browser.PostForm($"{Home}/me", "?handler=End", ("session", $"{cast.Sam.SessionId}"));
        await cast.Sam.Api.GetAsync("/api/me").Json(401);
    }

    [Fact]
    public async Task The_look_is_kept_on_the_device_and_leads_back_only_into_the_house()
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
