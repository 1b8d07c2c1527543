using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>The owner uploads a logo, and a guest's first visit fetches it once.</summary>
public sealed class LogoJourney(BrowserFixture fixture, DemoServer app) : Journey(fixture), IClassFixture<DemoServer>
{
    [Fact]
    public async Task A_logo_is_refused_when_too_large_then_saved_and_costs_a_guest_one_request()
    {
        var owner = await Laptop(app);
        await owner.SignInAs(DemoApp.Owner);
        await owner.GotoAsync("/harbor-demo/settings");
        await owner.GetByRole(AriaRole.Link, new() { Name = "Choose a logo" }).ClickAsync();

        await Upload(owner, new byte[6 << 20]);
        await Expect(owner.Locator("#logo-e")).ToHaveTextAsync(
            "This file is larger than one megabyte. Choose a smaller picture.");
        await Axe.AssertNoViolations(owner);
        await Upload(owner, await owner.ScreenshotAsync());
        await Expect(owner.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Saved.");
        await Axe.AssertNoViolations(owner);

        await ExpectFourRequests(await AddGuest(owner));
    }

    private static async Task Upload(IPage owner, byte[] file)
    {
        await owner.GetByLabel("Picture").SetInputFilesAsync(
            new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = file });
        await owner.GetByRole(AriaRole.Button, new() { Name = "Save logo" }).ClickAsync();
    }

    private static async Task<string> AddGuest(IPage owner)
    {
        var charter = (await owner.NextChecklist()).Split('/')[3];
        var answer = await owner.APIRequest.PostAsync(
            $"/api/events/{charter}/guests", new() { DataObject = new { name = "Wendy Walker" } });
        return new Uri((await answer.JsonAsync())!.Value.GetProperty("waiver_url").GetString()!).AbsolutePath;
    }

    /// <summary>The page, its style sheet, its script and the logo.</summary>
    private async Task ExpectFourRequests(string waiver)
    {
        var (phone, requests) = (await Phone(app), new List<string>());
        phone.Request += (_, request) => requests.Add(request.Url);
        await phone.GotoAsync(waiver);
        await Expect(phone.Locator("img.mark")).ToHaveJSPropertyAsync("complete", true);

        Assert.True(await phone.Locator("img.mark").EvaluateAsync<bool>("image => image.naturalWidth > 0"));
        Assert.Equal(4, requests.Count);
        Assert.Single(requests, url => url.Contains("/logo/", StringComparison.Ordinal));
    }
}
