using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class XssJourney
{
    [Fact]
    public async Task Another_site_cannot_show_the_app_in_a_frame()
    {
        string[] pages = ["/", "/sign-in", "/harbor-demo", "/waivers/nothing-there", "/healthz/live"];
        var frames = string.Concat(
            pages.Select(path => $"{new Uri(app.Address, path)}").Append("/unprotected")
                .Select(address => $"<iframe src='{address}'></iframe>"));
        using var site = new OtherSite(path => path == "/unprotected" ? "<p>Unprotected</p>" : frames);
        var page = await UnrelatedPage();

        await page.GotoAsync(site.Address, new() { WaitUntil = WaitUntilState.Load });

        Assert.Equal(1 + pages.Length + 1, page.Frames.Count);
        Assert.Equal(["Unprotected"], await Shown(page));
    }

    /// <summary>The texts of a page's frames, without the browser's own pages for refused frames.</summary>
    private static async Task<IReadOnlyList<string>> Shown(IPage page)
    {
        var shown = new List<string>();
        foreach (var frame in page.Frames.Skip(1))
        {
            if (await frame.EvaluateAsync<string>("() => location.protocol") != "chrome-error:")
                shown.Add(await frame.Locator("body").InnerTextAsync());
        }

        return shown;
    }
}
