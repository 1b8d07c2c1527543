using Microsoft.Playwright;
using Xunit.Sdk;

namespace ShipCaptainCrew.E2E.Support;

public sealed class AxeTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_decent_page_passes()
    {
        var page = await Page("<h1>Today</h1><label>Name <input></label>");

        await Axe.Finds_nothing_wrong(page);
    }

    [Fact]
    public async Task A_field_without_a_name_is_told_with_its_place()
    {
        var page = await Page("<h1>Today</h1><input id='who'>");

        var told = await Assert.ThrowsAnyAsync<XunitException>(() => Axe.Finds_nothing_wrong(page));

        Assert.Contains("label (critical)", told.Message, StringComparison.Ordinal);
        Assert.Contains("#who", told.Message, StringComparison.Ordinal);
    }

    private async Task<IPage> Page(string main)
    {
        var page = await fixture.Browser.NewPageAsync();
        await page.SetContentAsync($"<!doctype html><html lang=en><title>Deck</title><main>{main}</main></html>");
        return page;
    }
}
