using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;
using static ShipCaptainCrew.E2E.Support.WorkedChecklist;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// The captain and the deckhand of the demo's next charter work on one checklist at the same time. Each test uses its
/// own items.
/// </summary>
public sealed partial class ChecklistLiveJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    [Fact]
    public async Task Without_JavaScript_the_same_buttons_work_and_a_reload_shows_others_changes()
    {
        var captain = await OpenChecklist(DemoApp.Captain);
        var noScript = await Phone(app, javaScript: false);
        await noScript.SignInAs(DemoApp.Deckhand);
        await noScript.GotoAsync(await noScript.NextChecklist());
        var deckhand = new WorkedChecklist(noScript);

        await deckhand.Press("Anchor ready", Started);
        Assert.Matches(RowFragment(), noScript.Url);
        await deckhand.ExpectState("Anchor ready", Started);
        await captain.ExpectState("Anchor ready", Started);

        await captain.Press("Anchor ready", Done);
        await Expect(captain.Row("Anchor ready").Locator(".meta")).ToContainTextAsync("Done by you");
        await noScript.ReloadAsync();
        await deckhand.ExpectState("Anchor ready", Done);
    }

    [Theory]
    [InlineData("Flares and first-aid kit", "Keep Done", Done)]
    [InlineData("Rigging, lifelines", "Set Started", Started)]
    public async Task A_conflicting_change_asks_for_a_decision_that_can_be_made_by_keyboard(
        string item, string choice, string outcome)
    {
        var deckhand = await OpenChecklist(DemoApp.Deckhand);
        var captain = await OpenWithoutUpdates(DemoApp.Captain);
        await deckhand.Press(item, Done);
        await Expect(deckhand.Row(item).Locator(".meta")).ToContainTextAsync("Done by you");

        await captain.Fold(item).ClickAsync();
        await captain.Button(item, Started).PressAsync("Enter");

        var question = captain.Row(item).GetByRole(AriaRole.Alert);
        await Expect(question).ToContainTextAsync("Jonah Beck set Done at");
        await Refresh(captain.Page);
        await Axe.AssertNoViolations(captain.Page);
        await TabTo(captain.Page, choice);
        await captain.Page.Keyboard.PressAsync("Enter");
        await Expect(question).ToHaveCountAsync(0);
        await captain.ExpectState(item, outcome);
        await deckhand.ExpectState(item, outcome);
        Assert.NotEqual("BODY", await captain.Page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    private async Task<WorkedChecklist> OpenChecklist(string name)
    {
        var page = await Phone(app);
        await page.SignInAs(name);
        return await Open(page, await page.NextChecklist());
    }

    /// <summary>Opens the checklist on a phone that gets no live updates.</summary>
    private async Task<WorkedChecklist> OpenWithoutUpdates(string name)
    {
        var page = await Phone(app);
        await page.RouteAsync("**/stream", route => route.AbortAsync());
        await page.SignInAs(name);
        await page.GotoAsync(await page.NextChecklist());
        return new(page);
    }

    /// <summary>Refreshes the list as the page does by itself every thirty seconds.</summary>
    private static async Task Refresh(IPage page)
    {
        await page.EvaluateAsync(
            "new Promise(done => { document.addEventListener('htmx:finally:request', done, { once: true });"
            + " htmx.trigger(document.body, 'scc:refresh') })");
    }

    private static async Task TabTo(IPage page, string button)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent") == button) return;
        }

        Assert.Fail($"“{button}” was not reached with four presses of Tab.");
    }

    [GeneratedRegex("#i[0-9a-f]{32}$")]
    private static partial Regex RowFragment();
}
