using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>Steps of a charter day, by the buttons of its pages.</summary>
internal static class CharterDaySteps
{
    /// <summary>Presses the button of the next lifecycle step on the charter's page.</summary>
    public static async Task Tap(this IPage page, string charter, string button)
    {
        await page.GotoAsync(charter);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>Follows a link to a checklist and marks all open items as done.</summary>
    public static async Task CompleteChecklist(this IPage page, ILocator link)
    {
        await link.ClickAsync();
        var open = page.Locator(".item:not([data-s=complete])");
        await Expect(open.First).ToBeVisibleAsync();
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await open.First.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
            await Expect(open).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Submits a head count of the departure or the return.</summary>
    public static async Task Count(this IPage page, string charter, string which, int guests)
    {
        await page.GotoAsync($"{charter}/muster");
        await page.Locator($"#{which}-n").FillAsync($"{guests}");
        await page.Locator($"#{which}-b").ClickAsync();
        await Expect(page.Locator($"#{which}-b")).ToHaveTextAsync("Count again");
    }
}
