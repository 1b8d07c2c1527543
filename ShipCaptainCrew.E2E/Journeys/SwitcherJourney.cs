using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>The demo's captain joins a second operator, switches between both, and one of them is suspended.</summary>
public sealed class SwitcherJourney(BrowserFixture fixture, AppProcess app)
    : Journey(fixture), IClassFixture<AppProcess>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_member_of_two_operators_switches_between_them_by_touch_and_by_keyboard(bool javaScript)
    {
        var (slug, name) = javaScript
            ? ("second-fleet", "Second Fleet")
            : ("windjammers", "The Very Old and Honourable Windjammer Company of San Diego Bay");
        var phone = await Phone(app, javaScript);
        await phone.SignInAs(DemoApp.Captain);
        await Join(phone, slug, name);

        await phone.GotoAsync("/harbor-demo");
        var menu = phone.Locator("header .home summary");
        await Expect(menu).ToHaveTextAsync("Harbor Demo, change operator");
        await menu.FocusAsync();
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator("header [aria-current=true]")).ToHaveTextAsync("Harbor Demo");
        if (javaScript) await Examine(phone);
        await phone.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await phone.ArriveAt($"/{slug}");
        await Expect(menu).ToHaveTextAsync($"{name}, change operator");
        await phone.GotoAsync($"/{slug}/me");
        await menu.ClickAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Harbor Demo" }).ClickAsync();
        await phone.ArriveAt("/harbor-demo");

        await app.Command("operator", "suspend", slug);
        Assert.Equal(404, (await phone.GotoAsync($"/{slug}"))!.Status);
        await phone.GetByRole(AriaRole.Link, new() { Name = "ShipCaptainCrew" }).ClickAsync();
        await phone.ArriveAt("/harbor-demo");
        if (javaScript) await Expect(phone.Locator("header a.home")).ToHaveTextAsync("Harbor Demo");
    }

    private static async Task Examine(IPage phone)
    {
        var check = new AccessCheck(phone);
        await check.Examine("Operator menu");
        check.AssertNoFaults();
        await phone.SetViewportSizeAsync(360, 740);
    }

    /// <summary>
    /// Creates an operator whose owner is the demo's captain, who is signed in and accepts by the printed link.
    /// </summary>
    private async Task Join(IPage page, string slug, string name)
    {
        var link = await app.Command(
            "operator", "create", "--name", name, "--slug", slug, "--email", "ines@harbor-demo.example", "--time-zone",
            "America/Los_Angeles", "--latitude", "32.7157", "--longitude", "-117.1611");
        await page.GotoAsync(link.Trim());
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await page.ArriveAt($"/{slug}*");
    }
}
