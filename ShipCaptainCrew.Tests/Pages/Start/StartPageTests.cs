using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Start;

public sealed class StartPageTests
{
    private const string Home = "/queen-of-san-diego";

    [Fact]
    public async Task The_standard_set_is_created_only_once_when_requested_twice()
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
    public async Task Setup_steps_are_marked_done_by_existing_data()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49 }).Json(201);

        var steps = (await cast.Dana.Browser.Page($"{Home}/start")).QuerySelectorAll(".steps > li");

        Assert.Equal([true, true, false, false, false, false], steps.Select(step => step.ClassList.Contains("done")));
    }
}
