using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>A charter planned from four fields.</summary>
public sealed class FourFieldsJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private const string Fields = "#plan :is(input, select, textarea)";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_charter_is_published_from_four_fields(bool javaScript)
    {
        var office = await Begin(javaScript, javaScript ? 120 : 130);
        Assert.Equal(4, await office.Locator(Fields).Locator("visible=true").CountAsync());
        if (!javaScript) await Press(office, "Show what this brings");

        await Expect(office.Locator("#follows .legs li")).ToHaveCountAsync(4);
        await Expect(office.Locator("#follows")).ToContainTextAsync("Kittiwake is free");
        await Expect(office.Locator("#follows")).ToContainTextAsync($"{DemoApp.Captain} is free");
        await Expect(office.Locator("#told")).ToContainTextAsync($"Publishing emails {DemoApp.Captain}.");
        await Expect(office.Locator("#times-v")).ToContainTextAsync(" to ");
        var height = await office.EvaluateAsync<int>("document.documentElement.scrollHeight");
        Assert.True(height <= 1600, $"The form is {height} px long.");
        if (javaScript) await Axe.AssertNoViolations(office);
        await Press(office, "Publish");

        await Expect(office.Locator(".kicker")).ToContainTextAsync("Published, ");
        await Expect(office.Locator("section[aria-labelledby=told]")).ToContainTextAsync(DemoApp.Captain);
        if (javaScript) await Axe.AssertNoViolations(office);
        await office.GetByRole(AriaRole.Link, new() { Name = "Open the charter" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Sunset sail");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_field_opens_its_drawer_and_an_open_drawer_stays_open(bool javaScript)
    {
        var office = await Begin(javaScript, javaScript ? 140 : 150);
        await office.OpenDrawer("Who booked");
        await office.FillAsync("[name='contact.email']", "no address");
        await office.FillAsync("[name='contact.name']", "Ben Cole");
        if (javaScript)
        {
            await office.PressAsync("[name='contact.name']", "Tab");
            await Expect(office.Locator("#booked-v")).ToHaveTextAsync("Ben Cole");
            await Expect(office.Locator("[name='contact.name']")).ToBeVisibleAsync();
            await office.OpenDrawer("Who booked"); // closed again
        }

        await Press(office, "Publish");

        await Expect(office.Locator("#contact-email-e")).ToBeVisibleAsync();
        await Expect(office.Locator("[name='contact.email']")).ToHaveValueAsync("no address");
        await Expect(office.Locator(".drawer[open]")).ToHaveCountAsync(1);
    }

    private async Task<IPage> Begin(bool javaScript, int days)
    {
        var office = await Phone(app, javaScript);
        await office.SignInAs(DemoApp.Owner);
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days);
        await office.GotoAsync("/harbor-demo/charters/new");
        await office.SelectOptionAsync("[name=vessel_id]", new SelectOptionValue { Label = "Kittiwake" });
        await office.SelectOptionAsync("[name=charter_type_id]", new SelectOptionValue { Label = "Sunset sail" });
        await office.FillAsync("[name=event_date]", $"{day:yyyy-MM-dd}");
        await office.SelectOptionAsync("[name=captain_id]", new SelectOptionValue { Label = DemoApp.Captain });
        return office;
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
