using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

public sealed class DemoSignInTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private const string SignInPath = "/dev/sign-in";

    [Theory]
    [InlineData("Nora Whitfield", "owner")]
    [InlineData("Marisol Reyes", "dispatcher")]
    [InlineData("Ines Calloway", "crew")]
    [InlineData("Jonah Beck", "crew")]
    public async Task A_visitor_can_sign_in_as_a_demo_member_with_one_tap(string name, string role)
    {
        var browser = demo.Ship.CreateClient();
        var form = (await browser.Page("/")).QuerySelector($"form[action='{SignInPath}']")!;
        var pressed = form.QuerySelectorAll("button")
            .Single(button => button.TextContent.Contains(name, StringComparison.Ordinal));

        // Sends only the fields of the form, because it must work without JavaScript.
        var fields = form.QuerySelectorAll("input").Append(pressed)
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
        var response = await browser.PostAsync(SignInPath, new FormUrlEncodedContent(fields));

        Assert.Equal("/harbor-demo", response.RequestMessage!.RequestUri!.AbsolutePath);
        var me = await browser.GetAsync("/api/me").Json();
        Assert.Equal((name, role, "harbor-demo"), ((string?)me["name"], (string?)me["role"], (string?)me["operator"]));
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        var browser = demo.Ship.CreateClient();
        var member = (await browser.Page("/")).QuerySelector("button[name=member]")!.GetAttribute("value")!;
        var response = await browser.PostAsync(SignInPath, new FormUrlEncodedContent([new("member", member)]));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_member_of_another_operator_is_not_found()
    {
        var cast = await demo.Ship.Cast("sailors-of-robin");
        var browser = demo.Ship.CreateClient();

        var response = await browser.PostForm("/", SignInPath[1..], ("member", $"{cast.Olive.MemberId}"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task In_Production_the_endpoint_does_not_exist_even_with_the_demo()
    {
        await using var app = new AppFixture { Settings = { ["environment"] = "Production", ["Demo:Seed"] = "true" } };
        var browser = app.CreateClient(new() { BaseAddress = new("https://ship.test") });

        var start = await browser.Page("/");
        Assert.Empty(start.QuerySelectorAll("button[name=member]"));
        Assert.Equal(HttpStatusCode.NotFound,
            (await browser.PostForm("/", SignInPath[1..], ("member", $"{Guid.Empty}"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await browser.PostAsync(SignInPath, new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task A_suspended_demo_offers_no_sign_in()
    {
        await using var app = new AppFixture { Settings = { ["Demo:Seed"] = "true" } };
        using var browser = app.CreateClient();
        var member = (await browser.Page("/")).QuerySelector("button[name=member]")!.GetAttribute("value")!;
        var outcome = await app.In(services =>
            services.GetRequiredService<OperatorActions>().Suspend("harbor-demo", true, CancellationToken.None));
        Assert.Null(outcome.Refusal);

        var response = await browser.PostForm("/", SignInPath[1..], ("member", member));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty((await browser.Page("/")).QuerySelectorAll("button[name=member]"));
    }
}
