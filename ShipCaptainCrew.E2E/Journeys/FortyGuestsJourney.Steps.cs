using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class FortyGuestsJourney
{
    /// <summary>Plans a charter in so many days and adds the guests; the page is signed in as the owner.</summary>
    private static async Task<string> ListForty(IPage page, int days)
    {
        await page.SignInAs(DemoApp.Owner);
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(days + 30).Date);
        var charter = await page.Plan(
            "Meridian", "Private party", date, new(13, 0), Guests, ("captain", DemoApp.Captain));
        foreach (var name in Names) await page.AddGuest(charter, new { name });
        return charter;
    }

    private static ILocator Row(IPage page, string name) =>
        page.Locator(
            "#items > li", new() { Has = page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true }) });

    /// <summary>Sets a state, in an open row where it is folded.</summary>
    private static async Task Press(ILocator row, string state)
    {
        if (!await row.Locator(".rest").IsVisibleAsync()) await row.Locator("summary").ClickAsync();
        var button = row.GetByRole(AriaRole.Button, new() { Name = state, Exact = true });
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
