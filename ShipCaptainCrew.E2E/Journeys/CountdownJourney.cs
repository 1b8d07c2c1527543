using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// The countdown of the demo's next sail on a phone whose connection is gone and whose clock the test turns.
/// </summary>
public sealed class CountdownJourney(BrowserFixture fixture, AppProcess app)
    : Journey(fixture), IClassFixture<AppProcess>
{
    private const string Listen =
        "window.heard = []; new MutationObserver(() => heard.push(document.querySelector('#status').textContent)).observe(document.querySelector('#status'), { childList: true })";

    [Fact]
    public async Task It_goes_on_without_a_connection_through_its_bands_and_is_said_aloud_three_times()
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var departure = await AtCountdown(page);
        await page.EvaluateAsync(Listen);

        foreach (var (left, says, shows, level) in new[]
        {
            (61, "Departs in", "1 h 1 min", "normal"), (60, "Departs in", "1 h 0 min", "normal"),
            (31, "Departs in", "31 min", "normal"), (30, "Departs in", "30 min", "soon"),
            (11, "Departs in", "11 min", "soon"), (10, "Departs in", "10 min", "now"),
            (1, "Departs in", "1 min", "now"), (0, "Late leaving by", "0 min", "late"),
            (-125, "Late leaving by", "2 h 5 min", "late"),
        })
        {
            await Set(page, departure.AddMinutes(-left));
            await Expect(page.Locator(".big")).ToHaveTextAsync(shows);
            await Expect(page.Locator("#d")).ToHaveTextAsync(says);
            await Expect(page.Locator(".clock")).ToHaveAttributeAsync("data-level", level);
        }

        Assert.Equal(["Departs in 1 h 0 min", "Departs in 30 min", "Departs in 10 min"],
            (await page.EvaluateAsync<string[]>("heard")).Where(
                said => said.StartsWith("Departs", StringComparison.Ordinal)));
    }

    /// <summary>Opens the charter two hours before it leaves by the phone's clock, and cuts it off.</summary>
    private static async Task<DateTimeOffset> AtCountdown(IPage page)
    {
        var charter = (await page.NextChecklist()).Split("/checklists/")[0];
        await page.GotoAsync(charter);
        var departure =
            DateTimeOffset.Parse((await page.Locator(".big").GetAttributeAsync("data-until"))!,
                System.Globalization.CultureInfo.InvariantCulture);
        await page.Clock.InstallAsync(new() { TimeDate = departure.AddHours(-2).UtcDateTime });
        await page.RouteAsync("**/*",
            route => route.Request.Headers.ContainsKey("hx-request") ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(charter);
        await Expect(page.Locator(".big")).ToHaveTextAsync("2 h 0 min");
        return departure;
    }

    /// <summary>The clock is put forward at once, as when a phone wakes, and then goes on for one tick.</summary>
    private static async Task Set(IPage page, DateTimeOffset time)
    {
        await page.Clock.SetSystemTimeAsync(time.UtcDateTime);
        await page.Clock.RunForAsync(5_000);
        await page.Clock.SetSystemTimeAsync(time.UtcDateTime);
    }
}
