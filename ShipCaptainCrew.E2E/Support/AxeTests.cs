using Microsoft.Playwright;
using Xunit.Sdk;

namespace ShipCaptainCrew.E2E.Support;

public sealed class AxeTests(BrowserFixture fixture)
{
    [Fact]
    public async Task An_accessible_page_passes()
    {
        var page = await Page("<h1>Today</h1><label>Name <input></label>");

        await Axe.AssertNoViolations(page);
    }

    [Fact]
    public async Task A_field_without_a_label_is_reported_with_its_selector()
    {
        var page = await Page("<h1>Today</h1><input id='who'>");

        var exception = await Assert.ThrowsAnyAsync<XunitException>(() => Axe.AssertNoViolations(page));

        Assert.Contains("label (critical)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("#who", exception.Message, StringComparison.Ordinal);
    }

    private async Task<IPage> Page(string main)
    {
        var page = await fixture.Browser.NewPageAsync();
        await page.SetContentAsync($"<!doctype html><html lang=en><title>Deck</title><main>{main}</main></html>");
        return page;
    }
}
