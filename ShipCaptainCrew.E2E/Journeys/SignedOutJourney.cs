using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>A page that is still open after its person signed out in another tab.</summary>
public sealed class SignedOutJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    [Fact]
    public async Task The_list_says_that_one_is_signed_out_and_leads_back_to_itself()
    {
        var page = await Laptop(app);
        await page.SignInAs(DemoApp.Captain);
        await page.GotoAsync("/harbor-demo/week?week=2026-07-06");
        var note = page.Locator("#signed-out");
        await Expect(note).ToBeHiddenAsync();

        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync("/harbor-demo/me");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await tab.ArriveAt("/sign-in");
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await Expect(note).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync("/harbor-demo/week?week=2026-07-06");
        await note.GetByRole(AriaRole.Link).ClickAsync();
        await page.ArriveAt("/sign-in?returnUrl=%2Fharbor-demo%2Fweek%3Fweek%3D2026-07-06");
    }
}
