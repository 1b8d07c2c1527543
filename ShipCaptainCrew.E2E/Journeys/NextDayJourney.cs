using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>A charter that returns after midnight is published with one tap.</summary>
public sealed class NextDayJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_return_after_midnight_is_saved_with_one_tap(bool javaScript)
    {
        var office = await Phone(app, javaScript);
        await office.SignInAs(DemoApp.Owner);
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(javaScript ? 100 : 110);
        await office.GotoAsync("/harbor-demo/charters/new");
        await office.SelectOptionAsync("[name=vessel_id]", new SelectOptionValue { Label = "Meridian" });
        await office.FillAsync("[name=event_date]", $"{day:yyyy-MM-dd}");
        await office.SelectOptionAsync("[name=captain_id]", new SelectOptionValue { Label = DemoApp.Captain });
        await office.OpenDrawer("Times and place");
        await office.OpenDrawer("Name and notes");
        await office.FillAsync("[name=departure_time]", "22:00");
        await office.FillAsync("[name=return_time]", "01:30");
        await office.FillAsync("[name=title]", "Night sail");
        await office.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Expect(office.Locator("#errs")).ToContainTextAsync("The return is before departure.");
        await Expect(office.Locator("[name=title]")).ToHaveValueAsync("Night sail");
        if (javaScript) await Axe.AssertNoViolations(office);
        await office.GetByRole(AriaRole.Button, new() { Name = "The return is on the next day" }).ClickAsync();

        await Expect(office.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Night sail");
        var charter = await office.GetJson($"/api/events/{DemoApp.IdIn(new Uri(office.Url).AbsolutePath)}");
        Assert.Equal("scheduled", charter.GetProperty("status").GetString());
        Assert.Equal(TimeSpan.FromHours(3.5), charter.GetProperty("return_time").GetDateTimeOffset()
            - charter.GetProperty("departure_time").GetDateTimeOffset());
    }
}
