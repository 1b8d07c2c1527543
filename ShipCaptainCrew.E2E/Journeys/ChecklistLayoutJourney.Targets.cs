using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;
using static ShipCaptainCrew.E2E.Support.WorkedChecklist;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class ChecklistLayoutJourney
{
    /// <summary>
    /// A script that returns what is too small to hit (48 pixels, a row's own buttons 64) or closer than 8 pixels to
    /// another button or link. The left side of a row opens it, as large as its pseudo-element.
    /// </summary>
    private const string Misses = """
        (() => {
          const name = one => one.textContent.trim().replace(/\s+/g, ' ')
          const shown = [...document.querySelectorAll('.top :is(a, button), main :is(a, button)')]
            .filter(one => one.checkVisibility()).map(one => ({ one, box: one.getBoundingClientRect() }))
          const small = shown.filter(({ one, box }) => {
            const least = one.matches('.tri button') ? 64 : 48
            return box.height < least || box.width < (one.matches('.tri button') ? 56 : 48)
          })
          const folds = [...document.querySelectorAll('.item summary')].filter(one => {
            const { width, height } = getComputedStyle(one, '::after')
            return parseFloat(width) < 48 || parseFloat(height) < 48
          })
          const apart = (a, b) => Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom)
          const fixed = one => !!one.closest('.under, .over')
          const close = shown.flatMap((a, i) => shown.slice(i + 1)
            .filter(b => fixed(a.one) === fixed(b.one) && apart(a.box, b.box) < 8)
            .map(b => `${name(a.one)} beside ${name(b.one)}: ${apart(a.box, b.box)}`))
          return [...small.map(({ one, box }) => `${name(one)}: ${box.width} × ${box.height}`),
            ...folds.map(one => 'fold ' + name(one)), ...close]
        })()
        """;

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Every_target_is_large_and_apart_from_the_next(int width)
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var address = await page.NextChecklist();
        await page.SetItems(address, done: 3);
        await page.SetViewportSizeAsync(width, 740);
        var list = await Open(page, address);
        await page.Locator(".was summary").First.ClickAsync();
        await list.Fold("Navigation lights").ClickAsync();

        Assert.Empty(await page.EvaluateAsync<string[]>(Misses));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await Axe.AssertNoViolations(page);
    }

    [Fact]
    public async Task The_last_item_leads_back_to_the_charter_and_a_reopened_one_takes_that_back()
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var address = await page.NextChecklist();
        await page.SetItems(address, done: 17);
        var list = await Open(page, address);
        await page.Locator("[data-next]").ClickAsync();
        await Expect(page.Locator(".item:not(.was) .do")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#under a")).ToHaveTextAsync(["All done. Back to charter"]);
        await page.Locator(".was summary").First.ClickAsync();
        await page.Locator(".was .rest [value=pending]").First.ClickAsync();
        await Expect(page.Locator("#under a")).ToHaveTextAsync(["Charter", "Next to do ↓"]);
        await Expect(page.Locator(".was .meta").First).ToContainTextAsync("Reopened by you");
        await list.ExpectState("Navigation lights", Done);
    }

    [Fact]
    public async Task Hidden_rows_are_those_done_before_and_the_choice_needs_no_script()
    {
        var page = await Phone(app, javaScript: false);
        await page.SignInAs(DemoApp.Captain);
        var address = await page.NextChecklist();
        await page.SetItems(address, done: 5);
        await page.GotoAsync(address);
        await page.GetByText("Hide done").ClickAsync();
        await Expect(page.Locator(".item:visible")).ToHaveCountAsync(13);
        await page.GetByText("Show done").ClickAsync();
        await Expect(page.Locator(".item:visible")).ToHaveCountAsync(18);
    }
}
