using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// A story told in browsers. Beside what it asserts itself, it fails where a page's script threw or the content
/// security policy stopped something; when it fails, each open page is left as a picture in TestResults.
/// </summary>
public abstract class Journey(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly List<IPage> _pages = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) await Picture();
        foreach (var page in _pages) await page.Context.CloseAsync();
        GC.SuppressFinalize(this);
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));
    }

    protected Task<IPage> Phone(AppProcess app, bool javaScript = true) => Phone(AddressOf(app), javaScript);

    protected Task<IPage> Phone(Uri address, bool javaScript = true) => Open(address, 360, 740, javaScript);

    protected Task<IPage> Laptop(AppProcess app, bool javaScript = true) => Laptop(AddressOf(app), javaScript);

    protected Task<IPage> Laptop(Uri address, bool javaScript = true) => Open(address, 1280, 900, javaScript);

    /// <summary>A page that is none of ours: what goes wrong on it is its own affair.</summary>
    protected async Task<IPage> Elsewhere()
    {
        var page = await (await fixture.Browser.NewContextAsync()).NewPageAsync();
        _pages.Add(page);
        return page;
    }

    private static Uri AddressOf(AppProcess app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Address;
    }

    private async Task<IPage> Open(Uri address, int width, int height, bool javaScript)
    {
        var context = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            Locale = "en-US",
        });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, said) => Listen(said);
        _pages.Add(page);
        return page;
    }

    private void Listen(IConsoleMessage said)
    {
        if (said.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            _complaints.Enqueue(said.Text);
    }

    private async Task Picture()
    {
        var name = string.Concat((TestContext.Current.TestMethod?.MethodName ?? "journey").Take(100));
        foreach (var (page, at) in _pages.Select((page, at) => (page, at)))
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(AppProcess.Root, "TestResults", $"{name}-{at + 1}.png"), FullPage = true });
    }
}
