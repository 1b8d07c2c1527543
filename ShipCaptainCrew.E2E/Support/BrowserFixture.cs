using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace ShipCaptainCrew.E2E.Support;

/// <summary>One Chromium for all journeys of a run; each user has a browser context of their own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>How long a page may take to load or to offer what a test acts on, in milliseconds.</summary>
    internal const float PageTimeout = 120_000;

    /// <summary>How long an assertion waits for its state, in milliseconds.</summary>
    private const float ExpectTimeout = 60_000;

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not running yet.");

    public async ValueTask InitializeAsync()
    {
        // Long, so that a busy machine is no failure.
        Assertions.SetDefaultExpectTimeout(ExpectTimeout);
        _playwright = await Playwright.CreateAsync();
        var path = Chromium.Path(_playwright.Chromium.ExecutablePath);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
