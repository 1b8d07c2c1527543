using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>What is done on every charter's day, by the buttons its pages have.</summary>
internal static class CharterDaySteps
{
    /// <summary>The one move of the day, from the charter's own page.</summary>
    public static async Task Tap(this IPage page, string charter, string button)
    {
        await page.GotoAsync(charter);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>Follows a link to a checklist and marks all that is open there.</summary>
    public static async Task WorkThrough(this IPage page, ILocator link)
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

    /// <summary>Gives one's own number of the guests, going out or coming back.</summary>
    public static async Task Count(this IPage page, string charter, string which, int guests)
    {
        await page.GotoAsync($"{charter}/muster");
        await page.Locator($"#{which}-n").FillAsync($"{guests}");
        await page.Locator($"#{which}-b").ClickAsync();
        await Expect(page.Locator($"#{which}-b")).ToHaveTextAsync("Count again");
    }
}
