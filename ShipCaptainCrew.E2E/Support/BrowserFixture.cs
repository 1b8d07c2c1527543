using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace ShipCaptainCrew.E2E.Support;

/// <summary>One Chromium for all journeys of a run; everyone aboard has a browser context of their own in it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not up yet.");

    public async ValueTask InitializeAsync()
    {
        // A busy machine is no reason to fail: what must be quick says so itself.
        Assertions.SetDefaultExpectTimeout(20_000);
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
