using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>A checklist as somebody has it before them.</summary>
internal sealed class WorkedChecklist(IPage page)
{
    public const string ToDo = "To do", Started = "Started", Done = "Done";

    public IPage Page => page;

    public ILocator Row(string item) => page.Locator("li.item").Filter(new() { Has = page.GetByText(item) });

    public ILocator Button(string item, string state) =>
        Row(item).Locator(".tri").GetByRole(AriaRole.Button, new() { Name = state, Exact = true });

    /// <summary>Opens it and waits until news would arrive.</summary>
    public static async Task<WorkedChecklist> Open(IPage page, string address)
    {
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync(address), "**/stream");
        return new(page);
    }

    public Task Shows(string item, string state, float within = 5000) =>
        Expect(Button(item, state)).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = within });

    /// <summary>How often this browser has posted since this was called.</summary>
    public Func<int> CountPosts()
    {
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        return () => posts;
    }
}
