using System.Text.Json;
using Microsoft.Playwright;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

/// <summary>
/// Takes the pictures of docs/screens from the running demo, 26 minutes before a sunset sail departs. Runs with
/// <c>SCC_SCREENS</c>, the folder for them.
/// </summary>
public sealed class ScreensTests(BrowserFixture fixture) : Journey(fixture)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCC_SCREENS");

    [Fact]
    public async Task The_screens_of_the_demo()
    {
        Assert.SkipUnless(Folder is not null, "Runs with SCC_SCREENS, the folder for the pictures.");
        await using var demo = new DemoWithClock();
        var (office, phone) = (await Laptop(demo), await Phone(demo));
        await office.SignInAs(DemoApp.Owner);
        var sail = await SunsetSail(office, demo);
        await phone.SignInAs(DemoApp.Captain);
        var charter = $"/harbor-demo/charters/{sail.GetProperty("id")}";
        var checklist = $"{charter}/checklists/{sail.GetProperty("checklists")[0].GetProperty("id")}";
        foreach (var theme in new[] { "day", "night", "bright" })
        {
            await Take(phone, charter, "charter", theme);
            await Take(phone, checklist, "checklist", theme);
        }

        await Take(phone, $"{charter}/guests", "guests");
        await Take(office, "/harbor-demo", "home");
        await Take(office, "/harbor-demo/charters/new", "new-charter");
        await Take(await Phone(demo), await demo.IssueLink(LinkKind.Party, charter), "waiver");
    }

    /// <summary>The demo's next sunset sail, 26 minutes before it departs.</summary>
    private static async Task<JsonElement> SunsetSail(IPage office, DemoWithClock demo)
    {
        var sail = (await office.Charters()).First(charter =>
            charter.GetProperty("status").ValueEquals("scheduled")
            && charter.GetProperty("title").GetString()!.StartsWith("Sunset sail", StringComparison.Ordinal));
        var departure = sail.GetProperty("departure_time").GetDateTimeOffset();
        demo.Clock.SetUtcNow(departure.AddMinutes(-26).ToUniversalTime());
        await demo.RunDue();
        await office.SignInAs(DemoApp.Owner);
        return sail;
    }

    /// <summary>Takes a page as on a phone and as on a laptop, in one theme.</summary>
    private static async Task Take(IPage page, string address, string name, string theme = "day")
    {
        foreach (var (kind, width, height) in new[] { ("phone", 360, 740), ("laptop", 1280, 800) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync(address);
            await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            var file = $"{name}-{kind}{(theme == "day" ? "" : $"-{theme}")}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(AppProcess.Root, Folder!, file) });
        }
    }
}
