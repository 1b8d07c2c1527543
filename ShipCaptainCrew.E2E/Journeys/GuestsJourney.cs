using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Guests are added by the crew and by a party link without JavaScript, marked as boarded with live updates, and
/// counted.
/// </summary>
public sealed class GuestsJourney(BrowserFixture fixture, DemoServer app) : Journey(fixture), IClassFixture<DemoServer>
{
    [Fact]
    public async Task A_party_is_listed_boarded_and_counted()
    {
        var (captain, deckhand) = (await Phone(app), await Phone(app));
        await captain.SignInAs(DemoApp.Captain);
        await deckhand.SignInAs(DemoApp.Deckhand);
        var charter = (await captain.NextChecklist()).Split("/checklists")[0];

        await captain.GotoAsync($"{charter}/guests/new");
        await captain.GetByLabel("Full name").FillAsync("Ben Cole");
        await captain.GetByRole(AriaRole.Button, new() { Name = "Add to the list" }).ClickAsync();
        await captain.ArriveAt("/guests#*");
        var link = await CreatePartyLink(captain, charter);
        await JoinByLink(await Phone(app, javaScript: false), link);
        await captain.GotoAsync(link);
        await Axe.AssertNoViolations(captain);
        await deckhand.GotoAsync($"{charter}/guests");
        await captain.GotoAsync($"{charter}/guests");
        await captain.GetByRole(AriaRole.Group, new() { Name = "Ben Cole" })
            .GetByRole(AriaRole.Button, new() { Name = "Aboard" }).ClickAsync();
        await Expect(deckhand.Locator("#aboard")).ToContainTextAsync("1 of");
        await Axe.AssertNoViolations(captain);

        await captain.Count(charter, "departure", 1);
        await deckhand.Count(charter, "departure", 2);
        await Expect(deckhand.Locator("#departure-roll")).ToContainTextAsync("Mia Cole");
        await Axe.AssertNoViolations(deckhand);
        await deckhand.Count(charter, "departure", 1);
        await Expect(captain.Locator("#muster")).ToContainTextAsync("All match: 1");
        await Axe.AssertNoViolations(captain);
    }

    [Fact]
    public async Task A_manifest_of_sixteen_guests_fits_on_one_page()
    {
        var page = await Laptop(app);
        await page.SignInAs(DemoApp.Owner);
        var large = (await page.GetJson("/api/vessels")).GetProperty("items").EnumerateArray()
            .First(vessel => vessel.GetProperty("passenger_capacity").GetInt32() >= 40).GetProperty("id").GetString();
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        var charter = (await page.Charters()).First(row =>
            row.GetProperty("status").ValueEquals("scheduled")
            && row.GetProperty("vessel_id").ValueEquals(large)
            && row.GetProperty("guests").GetProperty("listed").GetInt32() == 0
            && row.GetProperty("departure_time").GetDateTimeOffset() > tomorrow);
        var address = $"/harbor-demo/charters/{charter.GetProperty("id")}";

        await ImportGuests(page, address, 1, 16);
        Assert.Equal(1, await CountPages(page, $"{address}/manifest"));
        await ImportGuests(page, address, 17, 24);
        Assert.Equal(2, await CountPages(page, $"{address}/manifest"));
    }

    private static async Task ImportGuests(IPage page, string charter, int first, int guests)
    {
        var names = Enumerable.Range(first, guests).Select(number => $"Guest number {number}");
        await page.GotoAsync($"{charter}/guests/import");
        await page.GetByLabel("Paste the list")
            .FillAsync($"name\n{string.Join('\n', names)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Add these {guests}" }).ClickAsync();
        await page.ArriveAt("/guests?*");
    }

    private static async Task<int> CountPages(IPage page, string address)
    {
        await page.GotoAsync(address);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "Letter" }));
        return Regex.Count(pdf, @"/Type\s*/Page\b");
    }

    private static async Task JoinByLink(IPage guest, string link)
    {
        await guest.GotoAsync(link);
        await guest.GetByLabel("Full name").FillAsync("Mia Cole");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(guest.GetByText("Mia Cole").First).ToBeVisibleAsync();
        Assert.DoesNotContain("Ben Cole", await guest.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> CreatePartyLink(IPage captain, string charter)
    {
        await captain.GotoAsync($"{charter}/qr");
        await captain.GetByRole(AriaRole.Button, new() { Name = "Make a party link" }).ClickAsync();
        var link = await captain.GetByLabel("The link, shown this once").InputValueAsync();
        await captain.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(captain.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        await Expect(captain.Locator("[data-share]")).ToBeHiddenAsync();
        await captain.EvaluateAsync(
            "navigator.share = async data => { document.title = data.url }; document.body.dataset.shares = ''");
        await captain.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        await Expect(captain).ToHaveTitleAsync(link);
        return link;
    }
}
