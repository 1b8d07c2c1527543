using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>Forty guests on one list, which is worked on a phone: how long it is, and how they are boarded.</summary>
public sealed partial class FortyGuestsJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private const int Guests = 40, LongestPage = 3900, RowHeight = 81;

    private static readonly string[] FirstNames =
        ["Aria", "Bo", "Cleo", "Dev", "Esther", "Finn", "Grace", "Hana", "Ivo", "Jun"];

    private static readonly string[] LastNames = ["Abara", "Berg", "Castillo", "Danvers"];

    private static IEnumerable<string> Names =>
        from last in LastNames from first in FirstNames select $"{first} {last}";

    [Fact]
    public async Task Forty_guests_are_short_to_scroll_and_no_state_changes_the_height_of_a_row()
    {
        var page = await Phone(app);
        var charter = await ListForty(page, 3);
        await page.GotoAsync($"{charter}/guests");

        var rows = page.Locator("#items > li");
        await Expect(rows).ToHaveCountAsync(Guests);
        var length = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        Assert.True(length <= LongestPage, $"{length} pixels long");
        var row = Row(page, "Bo Berg");
        foreach (var state in new[] { "Aboard", "Arrived", "No-show", "Expected" })
        {
            await Press(row, state);
            await row.Locator("summary").ClickAsync();
            Assert.Equal(RowHeight, (await row.BoundingBoxAsync())!.Height, 0.5);
        }

        await Axe.AssertNoViolations(page);
    }

    [Fact]
    public async Task Guests_are_found_while_typing_and_boarded_and_stay_until_the_next_load()
    {
        var (page, deckhand) = (await Phone(app), await Phone(app));
        var charter = await ListForty(page, 4);
        await deckhand.SignInAs(DemoApp.Owner);
        await deckhand.GotoAsync($"{charter}/guests?show=not_aboard");
        await page.GotoAsync($"{charter}/guests");

        foreach (var name in Names.Take(3))
        {
            await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a guest" })
                .FillAsync(name.ToUpperInvariant());
            await Expect(page.Locator("#items > li")).ToHaveCountAsync(1);
            await Row(page, name).GetByRole(AriaRole.Button, new() { Name = "Aboard" }).ClickAsync();
            await Expect(Row(page, name).Locator(".do")).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await Expect(deckhand.Locator("#aboard")).ToContainTextAsync("3 of 40 aboard");
        await Expect(deckhand.Locator("#items > li")).ToHaveCountAsync(Guests);
        await deckhand.ReloadAsync();
        await Expect(deckhand.Locator("#items > li")).ToHaveCountAsync(Guests - 3);
        await Expect(deckhand.Locator("#chips")).ToContainTextAsync("Not aboard 37");
    }

    [Fact]
    public async Task A_change_by_somebody_else_leaves_an_open_row_and_the_search_as_they_are()
    {
        var (page, other) = (await Phone(app), await Phone(app));
        var charter = await ListForty(page, 5);
        await other.SignInAs(DemoApp.Owner);
        await page.GotoAsync($"{charter}/guests");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("berg");
        await Expect(page.Locator("#items > li")).ToHaveCountAsync(10);
        await Row(page, "Bo Berg").Locator("summary").ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();

        await other.GotoAsync($"{charter}/guests");
        await Row(other, "Cleo Berg").Locator(".do").ClickAsync();

        await Expect(page.Locator("#aboard")).ToContainTextAsync("1 of 40 aboard");
        await Expect(Row(page, "Bo Berg").GetByText("Edit")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Expect(page.Locator("#items > li")).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task Without_JavaScript_guests_are_found_by_a_button_boarded_and_filtered()
    {
        var charter = await ListForty(await Phone(app), 6);
        var page = await Phone(app, javaScript: false);
        await page.SignInAs(DemoApp.Owner);
        await page.GotoAsync($"{charter}/guests?show=not_aboard");

        foreach (var name in Names.Take(3))
        {
            await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a guest" }).FillAsync(name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
            await Expect(page.Locator("#items > li")).ToHaveCountAsync(1);
            await Row(page, name).Locator(".do").ClickAsync();
            await Expect(Row(page, name).Locator(".do")).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Not aboard 37" }).ClickAsync();
        await Expect(page.Locator("#items > li")).ToHaveCountAsync(Guests - 3);
        await Row(page, "Jun Abara").Locator("summary").ClickAsync();
        await Row(page, "Jun Abara").GetByRole(AriaRole.Button, new() { Name = "No-show" }).ClickAsync();
        await Expect(page.Locator("#aboard")).ToContainTextAsync("3 of 39 aboard");
    }
}
