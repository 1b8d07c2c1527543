using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;
using static ShipCaptainCrew.E2E.Support.WorkedChecklist;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>How much of a checklist a phone shows, and that nothing on it moves under a finger.</summary>
public sealed partial class ChecklistLayoutJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private const string PageHeight = "document.documentElement.scrollHeight";

    /// <summary>A script: how many rows are wholly between the sticky head and the foot.</summary>
    private const string WholeRows = """
        (() => {
          const top = document.querySelector('.over').getBoundingClientRect().bottom
          const end = document.querySelector('.under').getBoundingClientRect().top
          document.querySelectorAll('.item legend').forEach(l => { l.textContent = 'Navigation lights and horn tried' })
          return [...document.querySelectorAll('.item')].map(row => row.getBoundingClientRect())
            .filter(box => box.top >= top - 1 && box.bottom <= end + 1).length
        })()
        """;

    [Fact]
    public async Task Eighteen_items_are_short_on_a_phone()
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var address = await page.NextChecklist();
        await page.SetItems(address, done: 0);
        await page.GotoAsync(address);
        await Expect(page.Locator(".item")).ToHaveCountAsync(18);
        var fresh = await page.EvaluateAsync<int>(PageHeight);
        var rows = await page.EvaluateAsync<int>(WholeRows);
        await page.SetItems(address, done: 8);
        await page.GotoAsync(address);
        await Expect(page.Locator(".was")).ToHaveCountAsync(8);
        var worked = await page.EvaluateAsync<int>(PageHeight);

        TestContext.Current.TestOutputHelper?.WriteLine($"Fresh {fresh} px, 8 done {worked} px, {rows} whole rows");
        Assert.InRange(fresh, 1, 2300);
        Assert.InRange(worked, 1, 1800);
        Assert.InRange(rows, 5, 18);
    }

    [Fact]
    public async Task A_closed_row_has_one_height_in_every_state()
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var address = await page.NextChecklist();
        await page.SetItems(address, done: 4);
        var list = await Open(page, address);
        var heights = await Heights(page);
        Assert.Equal(4, heights.Count(height => height == 49));

        foreach (var state in new[] { "in_progress", "complete", "pending" })
        {
            await page.SetItems(address, done: 18, state);
            await Expect(page.Locator($".item[data-s={state}]")).ToHaveCountAsync(18);
            Assert.Equal(heights, await Heights(page));
        }

        await page.Context.SetOfflineAsync(true);
        await list.Press("Chart plotter", Done);
        await Expect(list.Row("Chart plotter").Locator(".meta")).ToHaveTextAsync("Not sent. Tap again.");
        Assert.Equal(heights, await Heights(page));
    }

    [Fact]
    public async Task A_tap_moves_nothing()
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var address = await page.NextChecklist();
        await page.SetItems(address, done: 2);
        var list = await Open(page, address);
        await page.EvaluateAsync("""
            window.shift = 0
            window.observer = new PerformanceObserver(seen => seen.getEntries().forEach(one => { shift += one.value }))
            observer.observe({ type: 'layout-shift' })
            """);

        foreach (var item in new[] { "Engine started", "Navigation lights", "Chart plotter" })
        {
            await list.Button(item, Done).ClickAsync();
            await Expect(list.Row(item).Locator(".meta")).ToContainTextAsync("Done by you");
        }

        Assert.InRange(await page.EvaluateAsync<double>(
            "observer.takeRecords().forEach(one => { shift += one.value }), shift"), 0, 0.01);
    }

    private static async Task<int[]> Heights(IPage page) =>
        await page.Locator(".item").EvaluateAllAsync<int[]>("rows => rows.map(row => row.offsetHeight)");
}
