using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// Waits for a page that a click opens. Playwright's <c>WaitForURLAsync</c> does it by the load event and can miss the
/// event of a page that loads quickly, so these methods look at the page instead.
/// </summary>
internal static class Arrival
{
    /// <param name="page">The page.</param>
    /// <param name="pattern">The end of the address, with <c>*</c> for any characters.</param>
    public static async Task ArriveAt(this IPage page, string pattern)
    {
        await Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(pattern).Replace(@"\*", ".*")}$"));
        await page.Loaded();
    }

    /// <summary>Waits until the page has another address than before.</summary>
    public static async Task Leave(this IPage page, string before)
    {
        await Expect(page).Not.ToHaveURLAsync(before);
        await page.Loaded();
    }

    private static Task Loaded(this IPage page) => Waiting.Until(async () =>
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            return false; // Another page is just replacing this one.
        }
    });
}
