using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// A form is filled in while its session is ended from another device: after the sign-in it is shown as it was typed.
/// </summary>
public sealed partial class KeptFormJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private const string Form = "/harbor-demo/vessels/new", Address = "nora@harbor-demo.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_form_comes_back_as_it_was_typed_after_the_sign_in_also_if_Back_was_pressed(bool javaScript)
    {
        var (office, other) = (await Laptop(app, javaScript), await Laptop(app, javaScript));
        await office.SignInAs(DemoApp.Owner);
        await office.GotoAsync(Form);
        await office.GetByLabel("Name", new() { Exact = true }).FillAsync("Aurora II");
        await office.GetByLabel("Passengers", new() { Exact = true }).FillAsync("12");
        await EndOtherSessions(other);

        await office.GetByRole(AriaRole.Button, new() { Name = "Save vessel" }).ClickAsync();
        await office.ArriveAt("/sign-in");
        await office.GoBackAsync();
        await office.ArriveAt("/sign-in*");
        await SignInByLink(office);

        await office.ArriveAt(Form);
        await Expect(office.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Aurora II");
        await Expect(office.GetByLabel("Passengers", new() { Exact = true })).ToHaveValueAsync("12");
        await office.GetByRole(AriaRole.Button, new() { Name = "Save vessel" }).ClickAsync();
        await office.ArriveAt("/vessels?done=saved");
    }

    private static async Task EndOtherSessions(IPage page)
    {
        await page.SignInAs(DemoApp.Owner);
        await page.GotoAsync("/harbor-demo/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" })).ToHaveCountAsync(0);
    }

    private async Task SignInByLink(IPage page)
    {
        var earlier = app.Mail.Deliveries.ToHashSet();
        await page.GetByLabel("Email address").FillAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a sign-in link" }).ClickAsync();
        await page.ArriveAt("/sign-in/sent");
        var message = await app.Mail.Arrival(delivery => delivery.To.Contains(Address) && !earlier.Contains(delivery)
            && delivery.Message.TextBody!.Contains("/sign-in/", StringComparison.Ordinal));
        await page.GotoAsync(Link().Match(message.TextBody!).Value);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    [GeneratedRegex(@"https?://\S+/sign-in/\S+")]
    private static partial Regex Link();
}
