using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class PartyOfSixJourney
{
    /// <summary>The lead guest adds the party without JavaScript; returns each guest's waiver page by name.</summary>
    private async Task<Dictionary<string, string>> AddParty(DemoWithClock demo, string link)
    {
        var (phone, pages) = (await Phone(demo, javaScript: false), new Dictionary<string, string>());
        foreach (var name in new[] { Lead, Brother, Painter, Father, Daughter })
        {
            await phone.GotoAsync(link);
            var state = pages.Count == 0 ? "0 of 6 on the list" : $"{pages.Count} waiting for the crew";
            await Expect(phone.GetByText(state)).ToBeVisibleAsync();
            var shown = await phone.ContentAsync();
            Assert.DoesNotContain(pages.Keys, listed => shown.Contains(listed, StringComparison.Ordinal));
            await phone.GetByLabel("Full name").FillAsync(name);
            if (name == Daughter)
            {
                await phone.GetByText("Under 18", new() { Exact = true }).ClickAsync();
                await phone.GetByLabel("Under 18: a parent").CheckAsync();
            }

            await phone.GetByRole(AriaRole.Button, new() { Name = "Add and go to the waiver" }).ClickAsync();
            await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign your waiver");
            pages[name] = phone.Url;
        }

        return pages;
    }

    /// <summary>The office places the guests whom the party's link added.</summary>
    private static async Task PlaceAll(IPage office, string charter, IEnumerable<string> names)
    {
        await office.GotoAsync($"{charter}/guests");
        foreach (var name in names)
        {
            var place = office.GetByRole(AriaRole.Button, new() { Name = $"Add to list {name}" });
            await place.ClickAsync();
            await Expect(place).ToHaveCountAsync(0);
        }
    }

    /// <summary>
    /// Two sign without JavaScript, one draws a signature, and a father signs for his daughter and himself.
    /// </summary>
    private async Task SignAll(DemoWithClock demo, Dictionary<string, string> pages)
    {
        await Sign(await Phone(demo, javaScript: false), pages[Lead], Lead);
        await Sign(await Phone(demo, javaScript: false), pages[Brother], Brother);
        await Sign(await Phone(demo), pages[Painter], Painter, Draw);
        var father = await Phone(demo);
        await Sign(father, pages[Daughter], Father, FillInChild);
        await Sign(father, pages[Father], Father);
    }

    private static async Task Sign(IPage phone, string address, string name, Func<IPage, Task>? more = null)
    {
        if (phone.Url != address) await phone.GotoAsync(address);
        await phone.GetByLabel("Your full name").FillAsync(name);
        if (more is not null) await more(phone);
        await phone.GetByLabel("I have read this text").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Signed");
    }

    private static async Task Draw(IPage phone)
    {
        await phone.GetByText("Draw your signature").ClickAsync();
        var pad = phone.Locator("canvas");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await phone.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await phone.Mouse.DownAsync();
        await phone.Mouse.MoveAsync(box.X + 150, box.Y + 60, new() { Steps = 10 });
        await phone.Mouse.UpAsync();
    }

    private static async Task FillInChild(IPage phone)
    {
        await phone.GetByLabel("Your relationship to the child").FillAsync("father");
        await phone.GetByLabel("Date of birth").FillAsync("2018-06-03");
    }

    /// <summary>
    /// A guest joins and signs by the dock's QR code; the deckhand sees it live and confirms the guest.
    /// </summary>
    private async Task AddWalkUp(DemoWithClock demo, IPage deckhand, string charter, string link)
    {
        await deckhand.GotoAsync($"{charter}/guests");
        var phone = await Phone(demo);
        await phone.GotoAsync(link);
        await phone.GetByLabel("Your full name").FillAsync(WalkUp);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Add and go to the waiver" }).ClickAsync();
        await phone.ArriveAt("/waivers/*");
        await Sign(phone, phone.Url, WalkUp);
        await deckhand.GetByRole(AriaRole.Button, new() { Name = $"Add to list {WalkUp}" }).ClickAsync();
        await Expect(deckhand.Locator("#chips")).ToContainTextAsync("All 6");
        await Expect(deckhand.Locator("#chips")).ToContainTextAsync("Not signed 0");
    }
}
