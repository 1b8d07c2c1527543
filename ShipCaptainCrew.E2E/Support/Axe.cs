using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>Checks pages for accessibility with axe-core, and text for a contrast of 7:1.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly =
            new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Asserts that the current page has no accessibility violations.</summary>
    public static async Task AssertNoViolations(IPage page)
    {
        var faults = await Faults(page);
        Assert.True(faults.Count == 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    /// <summary>
    /// The accessibility violations of the current page, one for each element. The window is made as high as the page,
    /// because axe counts what a fixed foot covers as too small, although it scrolls from under it.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        var whole = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(width, Math.Max(height, whole));
        var result = await page.RunAxe(Rules);
        await page.SetViewportSizeAsync(width, height);
        return [.. result.Violations.SelectMany(Lines)];
    }

    private static IEnumerable<string> Lines(AxeResultItem rule) =>
        rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help}\n  at {node.Target}\n  {node.Html}");
}
