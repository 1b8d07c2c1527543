using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly =
            new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>
    /// Everything that keeps someone from using the page as it is now, one line a place; nothing is what we want.
    /// </summary>
    public static async Task Finds_nothing_wrong(IPage page)
    {
        var faults = await Faults(page);
        Assert.True(faults.Count == 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    public static async Task<IReadOnlyList<string>> Faults(IPage page) =>
        [.. (await page.RunAxe(Rules)).Violations.SelectMany(Lines)];

    private static IEnumerable<string> Lines(AxeResultItem rule) =>
        rule.Nodes.Select(place => $"{rule.Id} ({rule.Impact}): {rule.Help}\n  at {place.Target}\n  {place.Html}");
}
