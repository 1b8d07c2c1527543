using System.Globalization;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>The countdown of the demo's next charter on a phone without a connection and with a fake clock.</summary>
public sealed class CountdownJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private const string RecordStatus =
        "window.announced = []; "
        + "new MutationObserver(() => announced.push(document.querySelector('#announcement').textContent))"
        + ".observe(document.querySelector('#announcement'), { childList: true })";

    [Fact]
    public async Task The_countdown_runs_without_a_connection_through_its_levels_and_is_announced_three_times()
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var departure = await OpenCountdown(page);
        await page.EvaluateAsync(RecordStatus);

        foreach (var (minutesLeft, label, time, level) in new[]
        {
            (61, "Departs in", "1 h 1 min", "normal"), (60, "Departs in", "1 h 0 min", "normal"),
            (31, "Departs in", "31 min", "normal"), (30, "Departs in", "30 min", "soon"),
            (11, "Departs in", "11 min", "soon"), (10, "Departs in", "10 min", "now"),
            (1, "Departs in", "1 min", "now"), (0, "Late leaving by", "0 min", "late"),
            (-125, "Late leaving by", "2 h 5 min", "late"),
        })
        {
            await SetClock(page, departure.AddMinutes(-minutesLeft));
            await Expect(page.Locator(".big")).ToHaveTextAsync(time);
            await Expect(page.Locator("#d")).ToHaveTextAsync(label);
            await Expect(page.Locator(".clock")).ToHaveAttributeAsync("data-level", level);
        }

        var announced = await page.EvaluateAsync<string[]>("announced");
        Assert.Equal(["Departs in 1 h 0 min", "Departs in 30 min", "Departs in 10 min"],
            announced.Where(text => text.StartsWith("Departs", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_countdown_goes_by_the_servers_clock_on_a_phone_whose_clock_is_wrong()
    {
        var page = await Phone(app);
        await page.SignInAs(DemoApp.Captain);
        var charter = (await page.NextChecklist()).Split("/checklists/")[0];
        await page.RouteAsync("**/*",
            route => route.Request.Headers.ContainsKey("hx-request") ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(charter);
        var right = await page.Locator(".big").InnerTextAsync();
        await page.AddInitScriptAsync(
            "const right = Date.now; Date.now = () => right() + 3 * 3600 * 1000");

        await page.GotoAsync(charter);
        await page.EvaluateAsync("dispatchEvent(new Event('pageshow'))");

        var shown = await page.Locator(".big").InnerTextAsync();
        Assert.InRange(MinutesOf(right) - MinutesOf(shown), 0, 5);
    }

    private static int MinutesOf(string countdown)
    {
        var words = countdown.Split(' ');
        return Enumerable.Range(0, words.Length / 2).Sum(i => int.Parse(words[2 * i], CultureInfo.InvariantCulture)
            * words[(2 * i) + 1] switch { "days" => 1440, "h" => 60, _ => 1 });
    }

    /// <summary>
    /// Sets the phone's clock to two hours before departure, opens the charter and blocks its updates.
    /// </summary>
    private static async Task<DateTimeOffset> OpenCountdown(IPage page)
    {
        var charter = (await page.NextChecklist()).Split("/checklists/")[0];
        await page.GotoAsync(charter);
        var until = await page.Locator(".big").GetAttributeAsync("data-until");
        var departure = DateTimeOffset.Parse(until!, CultureInfo.InvariantCulture);
        await page.Clock.InstallAsync(new() { TimeDate = departure.AddHours(-2).UtcDateTime });
        await page.RouteAsync("**/*",
            route => route.Request.Headers.ContainsKey("hx-request") ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(charter);
        await Expect(page.Locator(".big")).ToHaveTextAsync("2 h 0 min");
        return departure;
    }

    /// <summary>Jumps to a time, as when a phone wakes up, and lets the page's timer run once.</summary>
    private static async Task SetClock(IPage page, DateTimeOffset time)
    {
        await page.Clock.SetSystemTimeAsync(time.UtcDateTime);
        await page.Clock.RunForAsync(5_000);
        await page.Clock.SetSystemTimeAsync(time.UtcDateTime);
    }
}
