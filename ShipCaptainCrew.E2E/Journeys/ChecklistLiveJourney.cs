using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;
using static ShipCaptainCrew.E2E.Support.WorkedChecklist;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Captain and deckhand of the demo's next sail work one checklist at once. Each story has items of its own.
/// </summary>
public sealed partial class ChecklistLiveJourney(BrowserFixture fixture, AppProcess app)
    : Journey(fixture), IClassFixture<AppProcess>
{
    [Fact]
    public async Task A_tap_shows_on_the_other_phone_within_two_seconds_and_moves_nothing_under_the_finger()
    {
        var (captain, deckhand) = (await Aboard(DemoApp.Captain), await Aboard(DemoApp.Deckhand));
        await deckhand.Button("Decks clear and dry", Started).FocusAsync();
        var before = await deckhand.Page.EvaluateAsync<string>(FingerAndPlace);
        Assert.DoesNotMatch("^ | 0$", before);
        await deckhand.Row("Navigation lights").EvaluateAsync("row => row.sameNode = true");

        await captain.Button("Navigation lights", Done).ClickAsync();

        await deckhand.ExpectState("Navigation lights", Done, within: 2000);
        await Expect(deckhand.Row("Navigation lights").Locator(".meta")).ToContainTextAsync("Done by Ines Calloway");
        Assert.Equal(before, await deckhand.Page.EvaluateAsync<string>(FingerAndPlace));
        Assert.True(await deckhand.Row("Navigation lights").EvaluateAsync<bool>("row => row.sameNode"));
    }

    [Fact]
    public async Task Without_javascript_the_same_buttons_work_and_a_reload_shows_what_others_did()
    {
        var captain = await Aboard(DemoApp.Captain);
        var plain = await Phone(app, javaScript: false);
        await plain.SignInAs(DemoApp.Deckhand);
        await plain.GotoAsync(await plain.NextChecklist());
        var deckhand = new WorkedChecklist(plain);

        await deckhand.Button("Anchor ready", Started).ClickAsync();
        Assert.Matches(AtItsRow(), plain.Url);
        await deckhand.ExpectState("Anchor ready", Started);
        await captain.ExpectState("Anchor ready", Started, within: 2000);

        await captain.Button("Anchor ready", Done).ClickAsync();
        await Expect(captain.Row("Anchor ready").Locator(".meta")).ToContainTextAsync("Done by Ines Calloway");
        await plain.ReloadAsync();
        await deckhand.ExpectState("Anchor ready", Done);
    }

    [Theory]
    [InlineData("Flares and first-aid kit", "Keep Done", Done)]
    [InlineData("Rigging, lifelines", "Set Started", Started)]
    public async Task Whoever_would_undo_what_they_have_not_seen_is_asked_and_can_answer_by_keyboard(
        string item, string choice, string outcome)
    {
        var deckhand = await Aboard(DemoApp.Deckhand);
        var captain = await AboardWithoutNews(DemoApp.Captain);
        await deckhand.Button(item, Done).ClickAsync();
        await Expect(deckhand.Row(item).Locator(".meta")).ToContainTextAsync("Done by Jonah Beck");

        await captain.Button(item, Started).PressAsync("Enter");

        var question = captain.Row(item).GetByRole(AriaRole.Alert);
        await Expect(question).ToContainTextAsync("Jonah Beck set Done at");
        await Axe.AssertNoViolations(captain.Page);
        await TabTo(captain.Page, choice);
        await captain.Page.Keyboard.PressAsync("Enter");
        await Expect(question).ToHaveCountAsync(0);
        await captain.ExpectState(item, outcome);
        await deckhand.ExpectState(item, outcome);
        Assert.NotEqual("BODY", await captain.Page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task Two_quick_taps_are_one()
    {
        var captain = await Aboard(DemoApp.Captain);
        var posts = captain.CountPosts();
        await captain.Button("Engine started", Done).DblClickAsync();
        await captain.ExpectState("Engine started", Done);
        await Expect(captain.Row("Engine started").Locator(".meta")).ToContainTextAsync("Done by Ines Calloway");
        Assert.Equal(1, posts());
    }

    [Fact]
    public async Task A_change_of_mind_is_no_double_tap()
    {
        var captain = await Aboard(DemoApp.Captain);
        await captain.Button("Sail covers off", Started).ClickAsync();
        await captain.Button("Sail covers off", Done).ClickAsync();
        await Expect(captain.Row("Sail covers off").Locator(".meta")).ToContainTextAsync("Done by Ines Calloway");
        await captain.ExpectState("Sail covers off", Done);
    }

    [Fact]
    public async Task A_tap_whose_answer_was_lost_is_tapped_again_and_counts_once()
    {
        var captain = await Aboard(DemoApp.Captain);
        await captain.Page.RouteAsync("**/checklists/*/*", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });
        await captain.Button("Heads clean", Done).ClickAsync();
        await Expect(captain.Row("Heads clean").Locator(".meta")).ToHaveTextAsync("Not sent. Tap again.");

        await captain.Button("Heads clean", Done).ClickAsync();

        await Expect(captain.Row("Heads clean").Locator(".meta")).ToContainTextAsync("Done by Ines Calloway");
        await captain.ExpectState("Heads clean", Done);
        var item = Guid.Parse((await captain.Row("Heads clean").GetAttributeAsync("id"))![1..]);
        var log = await captain.Page.GetJson($"/api/events/{captain.Page.Url.Split('/')[5]}/log");
        Assert.Single(log.GetProperty("items").EnumerateArray(),
            entry => entry.ToString().Contains($"{item}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_connection_the_row_says_not_sent_and_keeps_what_is_true_until_it_is_tapped_again()
    {
        var captain = await Aboard(DemoApp.Captain);
        var progress = await captain.Page.Locator("#progress").InnerTextAsync();
        await captain.Page.Context.SetOfflineAsync(true);

        await captain.Button("Chart plotter", Done).ClickAsync();

        await Expect(captain.Row("Chart plotter").Locator(".meta")).ToHaveTextAsync("Not sent. Tap again.");
        await Expect(captain.Page.Locator("#status")).ToContainTextAsync("Not sent");
        await captain.ExpectState("Chart plotter", ToDo);
        Assert.Equal(progress, await captain.Page.Locator("#progress").InnerTextAsync());
        await Axe.AssertNoViolations(captain.Page);

        await captain.Page.Context.SetOfflineAsync(false);
        await captain.Button("Chart plotter", Done).ClickAsync();
        await captain.ExpectState("Chart plotter", Done);
        await Expect(captain.Row("Chart plotter").Locator(".meta")).ToContainTextAsync("Done by Ines Calloway");
    }

    /// <summary>What has the focus, and how far the page is scrolled.</summary>
    private const string FingerAndPlace = "`${document.activeElement.id} ${window.scrollY}`";

    private async Task<WorkedChecklist> Aboard(string name)
    {
        var page = await Phone(app);
        await page.SignInAs(name);
        return await Open(page, await page.NextChecklist());
    }

    /// <summary>Somebody whose phone has heard nothing since the page came.</summary>
    private async Task<WorkedChecklist> AboardWithoutNews(string name)
    {
        var page = await Phone(app);
        await page.RouteAsync("**/stream", route => route.AbortAsync());
        await page.SignInAs(name);
        await page.GotoAsync(await page.NextChecklist());
        return new(page);
    }

    private static async Task TabTo(IPage page, string button)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent") == button) return;
        }

        Assert.Fail($"“{button}” is not near the button that was pressed.");
    }

    [GeneratedRegex("#i[0-9a-f]{32}$")]
    private static partial Regex AtItsRow();
}
