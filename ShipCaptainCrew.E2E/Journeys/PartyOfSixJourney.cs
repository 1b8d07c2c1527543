using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Six guests on one boat: the office creates a party link, each guest signs on a phone, one guest walks up, and the
/// captain departs when all are accounted for.
/// </summary>
public sealed partial class PartyOfSixJourney(BrowserFixture fixture) : Journey(fixture)
{
    private const string Lead = "Vera Sand", Brother = "Owen Sand", Painter = "Della Marsh",
        Father = "Paul Quist", Daughter = "Lea Quist", WalkUp = "Sam Walker";

    [Fact]
    public async Task Six_guests_sign_waivers_board_and_are_counted_at_departure_and_return()
    {
        await using var demo = new DemoWithClock();
        var office = await Laptop(demo);
        var (captain, deckhand) = (await Phone(demo), await Phone(demo));
        await office.SignInAs(DemoApp.Owner);
        await captain.SignInAs(DemoApp.Captain);
        await deckhand.SignInAs(DemoApp.Deckhand);
        var charter = await office.Plan(
            "Kittiwake", "Harbor tour", demo.Date, new(15, 0), 6,
            ("captain", DemoApp.Captain), ("deckhand", DemoApp.Deckhand));
        var pages = await AddParty(demo, await CreateLink(office, charter, "Make a party link"));
        await PlaceAll(office, charter, pages.Keys);

        await demo.SetTime(new(14, 35));
        await ExpectBlockedDeparture(captain, charter);
        await SignAll(demo, pages);
        await AddWalkUp(demo, deckhand, charter, await CreateLink(captain, charter, "Make a QR code to print"));
        await BoardAll(deckhand, charter);
        await ClearDeparture(captain, deckhand, charter);

        await captain.Tap(charter, "Lines off");
        await Expect(captain.GetByText(LinesOff())).ToBeVisibleAsync();
        await demo.SetTime(new(16, 55));
        await CloseCharter(captain, deckhand, charter);
    }

    private static async Task<string> CreateLink(IPage page, string charter, string button)
    {
        await page.GotoAsync($"{charter}/qr");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code of the link" })).ToBeVisibleAsync();
        return await page.GetByLabel("The link, shown this once").InputValueAsync();
    }

    private static async Task ExpectBlockedDeparture(IPage captain, string charter)
    {
        await captain.GotoAsync(charter);
        foreach (var line in new[] { "Head count", "Safety talk", "Count sent ashore" })
            await Expect(captain.Locator("#move").GetByRole(AriaRole.Link, new() { Name = line })).ToBeVisibleAsync();

        await Expect(captain.GetByRole(AriaRole.Button, new() { Name = "Lines off" })).ToHaveCountAsync(0);
        await Axe.AssertNoViolations(captain);
        await captain.CompleteChecklist(captain.Locator("#move li a").First);
    }

    private static async Task BoardAll(IPage deckhand, string charter)
    {
        await deckhand.GotoAsync($"{charter}/guests");
        foreach (var name in new[] { Lead, Brother, Painter, Father, Daughter, WalkUp })
        {
            var boarded = deckhand.GetByRole(AriaRole.Group, new() { Name = name })
                .GetByRole(AriaRole.Button, new() { Name = "Aboard" });
            await boarded.ClickAsync();
            await Expect(boarded).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await Expect(deckhand.Locator("#aboard")).ToContainTextAsync("6 of 6 aboard");
    }

    private static async Task ClearDeparture(IPage captain, IPage deckhand, string charter)
    {
        await deckhand.Count(charter, "departure", 6);
        await captain.Count(charter, "departure", 6);
        await Expect(captain.GetByText("All match: 6 by count and on the list.")).ToBeVisibleAsync();
        foreach (var topic in await captain.Locator("[name=topics]").AllAsync()) await topic.CheckAsync();
        await captain.GetByRole(AriaRole.Button, new() { Name = "Record safety talk" }).ClickAsync();
        await Expect(captain.GetByText("Given by Ines Calloway,")).ToBeVisibleAsync();
        await captain.GetByRole(AriaRole.Button, new() { Name = "Send count ashore" }).ClickAsync();
        await Expect(captain.GetByText("6 aboard, sent to")).ToBeVisibleAsync();
        await captain.GotoAsync(charter);
        await Expect(captain.GetByText("All clear: 6 aboard, 6 signed, counted twice")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(captain);
    }

    private static async Task CloseCharter(IPage captain, IPage deckhand, string charter)
    {
        await captain.Tap(charter, "All fast");
        await captain.Count(charter, "return", 6);
        await deckhand.Count(charter, "return", 6);
        await Expect(deckhand.GetByText("All match: 6 by count and on the list.")).ToHaveCountAsync(2);
        await captain.GotoAsync(charter);
        await captain.CompleteChecklist(captain.Locator("#move a.go"));
        await captain.Tap(charter, "Finish and close");
        await Expect(captain.GetByText("Closed by Ines Calloway.")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"Lines off at \d{1,2}:\d\d [AP]M by Ines Calloway\.")]
    private static partial Regex LinesOff();
}
