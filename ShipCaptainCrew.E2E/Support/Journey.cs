using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// An end-to-end scenario in browsers. It also fails if a page's script throws or the content security policy blocks
/// something. When it fails, a screenshot of each open page is written to TestResults.
/// </summary>
public abstract class Journey(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly List<IPage> _pages = [];
    private readonly ConcurrentQueue<string> _errors = [];

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) await TakeScreenshots();
        foreach (var page in _pages) await page.Context.CloseAsync();
        GC.SuppressFinalize(this);
        Assert.True(_errors.IsEmpty, string.Join('\n', _errors));
    }

    protected Task<IPage> Phone(AppProcess app, bool javaScript = true) => Phone(AddressOf(app), javaScript);

    protected Task<IPage> Phone(DemoServer demo, bool javaScript = true) => Phone(AddressOf(demo), javaScript);

    protected Task<IPage> Phone(Uri address, bool javaScript = true) => Open(address, 360, 740, javaScript);

    protected Task<IPage> Laptop(AppProcess app, bool javaScript = true) => Laptop(AddressOf(app), javaScript);

    protected Task<IPage> Laptop(DemoServer demo, bool javaScript = true) => Laptop(AddressOf(demo), javaScript);

    protected Task<IPage> Laptop(Uri address, bool javaScript = true) => Open(address, 1280, 900, javaScript);

    /// <summary>A page for other sites, whose errors do not fail the journey.</summary>
    protected async Task<IPage> UnrelatedPage()
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

    private static Uri AddressOf(DemoServer demo)
    {
        ArgumentNullException.ThrowIfNull(demo);
        return demo.Address;
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
        context.SetDefaultTimeout(BrowserFixture.PageTimeout);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) => CheckConsole(message);
        _pages.Add(page);
        return page;
    }

    private void CheckConsole(IConsoleMessage message)
    {
        if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            _errors.Enqueue(message.Text);
    }

    private async Task TakeScreenshots()
    {
        var name = string.Concat((TestContext.Current.TestMethod?.MethodName ?? "journey").Take(100));
        foreach (var (index, page) in _pages.Index())
        {
            var path = Path.Combine(AppProcess.Root, "TestResults", $"{name}-{index + 1}.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        }
    }
}
