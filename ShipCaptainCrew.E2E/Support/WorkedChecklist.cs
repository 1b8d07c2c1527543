using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>A checklist page in somebody's browser.</summary>
internal sealed class WorkedChecklist(IPage page)
{
    public const string ToDo = "To do", Started = "Started", Done = "Done";

    public IPage Page => page;

    public ILocator Row(string item) => page.Locator("li.item").Filter(new() { Has = page.GetByText(item) });

    /// <summary>The button of a state. It may be folded away.</summary>
    public ILocator Button(string item, string state) => Row(item).Locator($".tri [value={Value(state)}]");

    public ILocator Fold(string item) => Row(item).Locator("summary");

    /// <summary>Presses the button of a state, and before that unfolds the row if it hides the button.</summary>
    public async Task Press(string item, string state)
    {
        if (!await Button(item, state).IsVisibleAsync()) await Fold(item).ClickAsync();
        await Button(item, state).ClickAsync();
    }

    /// <summary>Opens a checklist and waits until its live updates are connected.</summary>
    public static async Task<WorkedChecklist> Open(IPage page, string address)
    {
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync(address), "**/stream");
        return new(page);
    }

    public Task ExpectState(string item, string state) =>
        Expect(Button(item, state)).ToHaveAttributeAsync("aria-pressed", "true");

    private static string Value(string state) => state switch
    {
        ToDo => "pending",
        Started => "in_progress",
        _ => "complete",
    };

    /// <summary>Starts counting this page's POST requests; the result returns the count so far.</summary>
    public Func<int> CountPosts()
    {
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        return () => posts;
    }
}
