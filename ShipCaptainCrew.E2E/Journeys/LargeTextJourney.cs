using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>Text of twice the size fits a phone of 360 pixels without scrolling sideways.</summary>
public sealed class LargeTextJourney(BrowserFixture fixture) : Journey(fixture)
{
    private static readonly string[] OfCharter =
        ["", "/crew", "/muster", "/cancel", "/nudge", "/checklists", "/repeat", "/edit"];

    [Fact]
    public async Task Nothing_is_wider_than_the_screen_at_200_percent()
    {
        await using var demo = new DemoWithClock();
        var page = await Phone(demo.Address);
        await page.SignInAs(DemoApp.Owner);
        var charter = await page.NextCharter();
        List<string> addresses = ["/harbor-demo/season", "/harbor-demo/season?months=2"];
        addresses.AddRange(OfCharter.Select(part => $"/harbor-demo/charters/{charter.GetProperty("id")}{part}"));

        var tooWide = new List<string>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (over > 0) tooWide.Add($"{address}: {over} pixels");
        }

        Assert.Empty(tooWide);
    }
}
