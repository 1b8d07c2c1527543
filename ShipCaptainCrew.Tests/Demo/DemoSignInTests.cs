using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

public sealed class DemoSignInTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private const string OneTap = "/dev/sign-in";

    [Theory]
    [InlineData("Nora Whitfield", "owner")]
    [InlineData("Marisol Reyes", "dispatcher")]
    [InlineData("Ines Calloway", "crew")]
    [InlineData("Jonah Beck", "crew")]
    public async Task One_tap_lets_a_visitor_in_as_one_of_the_demos_people(string name, string role)
    {
        var browser = demo.Ship.CreateClient();
        var form = (await browser.Page("/")).QuerySelector($"form[action='{OneTap}']")!;
        var pressed = form.QuerySelectorAll("button")
            .Single(button => button.TextContent.Contains(name, StringComparison.Ordinal));

        // Only what stands in the form itself: it must do without JavaScript.
        var landed =
            await browser.PostAsync(OneTap, new FormUrlEncodedContent(form.QuerySelectorAll("input").Append(pressed)
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!))));

        Assert.Equal("/harbor-demo", landed.RequestMessage!.RequestUri!.AbsolutePath);
        var me = await browser.GetAsync("/api/me").Json();
        Assert.Equal((name, role, "harbor-demo"), ((string?)me["name"], (string?)me["role"], (string?)me["operator"]));
    }

    [Fact]
    public async Task Another_sites_form_signs_nobody_in()
    {
        var browser = demo.Ship.CreateClient();
        var member = (await browser.Page("/")).QuerySelector("button[name=member]")!.GetAttribute("value")!;
        var answer = await browser.PostAsync(OneTap, new FormUrlEncodedContent([new("member", member)]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_of_another_house_is_let_in()
    {
        var cast = await demo.Ship.Cast("sailors-of-robin");
        var answer = await demo.Ship.CreateClient().PostForm("/", OneTap[1..], ("member", $"{cast.Olive.MemberId}"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task In_production_there_is_no_such_door_even_where_the_demo_is()
    {
        await using var app = new AppFixture { Settings = { ["environment"] = "Production", ["Demo:Seed"] = "true" } };
        var browser = app.CreateClient(new() { BaseAddress = new("https://ship.test") });

        var start = await browser.Page("/");
        Assert.Empty(start.QuerySelectorAll("button[name=member]"));
        Assert.Equal(HttpStatusCode.NotFound,
            (await browser.PostForm("/", OneTap[1..], ("member", $"{Guid.Empty}"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await browser.PostAsync(OneTap, new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task Into_a_demo_that_is_suspended_no_tap_leads()
    {
        await using var app = new AppFixture { Settings = { ["Demo:Seed"] = "true" } };
        using var browser = app.CreateClient();
        var member = (await browser.Page("/")).QuerySelector("button[name=member]")!.GetAttribute("value")!;
        Assert.Null(
            (await app.In(
                services => services.GetRequiredService<OperatorActions>()
                    .Suspend("harbor-demo", true, CancellationToken.None))).Refusal);

        var answer = await browser.PostForm("/", OneTap[1..], ("member", member));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty((await browser.Page("/")).QuerySelectorAll("button[name=member]"));
    }
}
