using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Six guests on one small boat: the office sends one link, everyone signs on their own phone, one walks up, and the
/// captain lets go the lines when all are accounted for.
/// </summary>
public sealed partial class PartyOfSixJourney(BrowserFixture fixture) : Journey(fixture)
{
    private const string Lead = "Vera Sand", Brother = "Owen Sand", Painter = "Della Marsh", Father =
        "Paul Quist", Daughter = "Lea Quist", WalkUp = "Sam Walker";

    [Fact]
    public async Task Six_guests_sign_come_aboard_and_are_counted_out_and_back()
    {
        await using var day = new DemoWithClock();
        var (office, ines, jonah) = (await Laptop(day.Address), await Phone(day.Address), await Phone(day.Address));
        await office.SignInAs(DemoApp.Owner);
        await ines.SignInAs(DemoApp.Captain);
        await jonah.SignInAs(DemoApp.Deckhand);
        var charter =
            await office.Plan("Kittiwake", "Harbor tour", day.Date, new(15, 0), 6, ("captain", DemoApp.Captain),
                ("deckhand", DemoApp.Deckhand));
        var pages = await ThePartyIsAdded(day, await LinkFor(office, charter, "Make a party link"));

        await day.SetTime(new(14, 35));
        await TheGateRefuses(ines, charter);
        await EverybodySigns(day, pages);
        await OneWalksUp(day, jonah, charter, await LinkFor(ines, charter, "Make a QR code to print"));
        await AllComeAboard(jonah, charter);
        await TheGateTurnsGreen(ines, jonah, charter);

        await ines.Tap(charter, "Lines off");
        await Expect(ines.GetByText(LinesOff())).ToBeVisibleAsync();
        await day.SetTime(new(16, 55));
        await SheIsPutToBed(ines, jonah, charter);
    }

    private static async Task<string> LinkFor(IPage page, string charter, string button)
    {
        await page.GotoAsync($"{charter}/qr");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code of the link" })).ToBeVisibleAsync();
        return await page.GetByLabel("The link, shown this once").InputValueAsync();
    }

    /// <summary>The lead guest has an old phone; what each of the others is to sign, she passes on.</summary>
    private async Task<Dictionary<string, string>> ThePartyIsAdded(DemoWithClock day, string link)
    {
        var (phone, pages) = (await Phone(day.Address, javaScript: false), new Dictionary<string, string>());
        foreach (var name in new[] { Lead, Brother, Painter, Father, Daughter })
        {
            await phone.GotoAsync(link);
            await Expect(phone.GetByText($"{pages.Count} of 6 on the list")).ToBeVisibleAsync();
            var shown = await phone.ContentAsync();
            Assert.DoesNotContain(pages.Keys, listed => shown.Contains(listed, StringComparison.Ordinal));
            await phone.GetByLabel("Full name").FillAsync(name);
            if (name == Daughter) await phone.GetByLabel("Under 18: a parent").CheckAsync();
            await phone.GetByRole(AriaRole.Button, new() { Name = "Add, and go on to the waiver" }).ClickAsync();
            await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign your waiver");
            pages[name] = phone.Url;
        }

        return pages;
    }

    private static async Task TheGateRefuses(IPage ines, string charter)
    {
        await ines.GotoAsync(charter);
        foreach (var line in new[] { "5 waivers are not signed", "Two head counts are wanted, by two people.",
            "The safety orientation has not been held.", "The count has not been sent ashore." })
        {
            await Expect(ines.Locator("#move").GetByText(line)).ToBeVisibleAsync();
        }

        await Expect(ines.GetByRole(AriaRole.Button, new() { Name = "Lines off" })).ToHaveCountAsync(0);
        await Axe.AssertNoViolations(ines);
        await ines.CompleteChecklist(ines.GetByRole(AriaRole.Link, new() { NameRegex = NotDone() }).First);
    }

    /// <summary>Two without a script, one draws, and a father signs for his daughter and himself.</summary>
    private async Task EverybodySigns(DemoWithClock day, Dictionary<string, string> pages)
    {
        await Sign(await Phone(day.Address, javaScript: false), pages[Lead], Lead);
        await Sign(await Phone(day.Address, javaScript: false), pages[Brother], Brother);
        await Sign(await Phone(day.Address), pages[Painter], Painter, Draw);
        var father = await Phone(day.Address);
        await Sign(father, pages[Daughter], Father, SayWhoTheChildIs);
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
        var pad = phone.Locator("canvas");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await phone.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await phone.Mouse.DownAsync();
        await phone.Mouse.MoveAsync(box.X + 150, box.Y + 60, new() { Steps = 10 });
        await phone.Mouse.UpAsync();
    }

    private static async Task SayWhoTheChildIs(IPage phone)
    {
        await phone.GetByLabel("What you are to the child").FillAsync("father");
        await phone.GetByLabel("Date of birth").FillAsync("2018-06-03");
    }

    /// <summary>By the code on the dock; the deckhand sees it without asking.</summary>
    private async Task OneWalksUp(DemoWithClock day, IPage jonah, string charter, string link)
    {
        await jonah.GotoAsync($"{charter}/guests");
        var phone = await Phone(day.Address);
        await phone.GotoAsync(link);
        await phone.GetByLabel("Your full name").FillAsync(WalkUp);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Add, and go on to the waiver" }).ClickAsync();
        await phone.WaitForURLAsync("**/waivers/**");
        await Sign(phone, phone.Url, WalkUp);
        await jonah.GetByRole(AriaRole.Button, new() { Name = $"Place {WalkUp}" }).ClickAsync();
        await Expect(jonah.Locator("#counts")).ToContainTextAsync("6 listed, 6 expected, 6 signed");
    }

    private static async Task AllComeAboard(IPage jonah, string charter)
    {
        await jonah.GotoAsync($"{charter}/guests");
        foreach (var name in new[] { Lead, Brother, Painter, Father, Daughter, WalkUp })
        {
            var boarded = jonah.GetByRole(AriaRole.Group, new() { Name = name })
                .GetByRole(AriaRole.Button, new() { Name = "Boarded" });
            await boarded.ClickAsync();
            await Expect(boarded).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await Expect(jonah.Locator("#counts")).ToContainTextAsync("6 boarded");
    }

    private static async Task TheGateTurnsGreen(IPage ines, IPage jonah, string charter)
    {
        await jonah.Count(charter, "departure", 6);
        await ines.Count(charter, "departure", 6);
        await Expect(ines.GetByText("All agree: 6 by count and by the list.")).ToBeVisibleAsync();
        foreach (var topic in await ines.Locator("[name=topics]").AllAsync()) await topic.CheckAsync();
        await ines.GetByRole(AriaRole.Button, new() { Name = "Orientation held" }).ClickAsync();
        await Expect(ines.GetByText("Held by Ines Calloway,")).ToBeVisibleAsync();
        await ines.GetByRole(AriaRole.Button, new() { Name = "Send ashore" }).ClickAsync();
        await Expect(ines.GetByText("6 aboard, told to")).ToBeVisibleAsync();
        await ines.GotoAsync(charter);
        await Expect(ines.GetByText("All clear: nothing holds the boat.")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(ines);
    }

    private static async Task SheIsPutToBed(IPage ines, IPage jonah, string charter)
    {
        await ines.Tap(charter, "All fast");
        await ines.Count(charter, "return", 6);
        await jonah.Count(charter, "return", 6);
        await Expect(jonah.GetByText("All agree: 6 by count and by the list.")).ToHaveCountAsync(2);
        await ines.GotoAsync(charter);
        await ines.CompleteChecklist(ines.Locator("#move li a").First);
        await ines.Tap(charter, "Put to bed: close");
        await Expect(ines.GetByText("Put to bed and closed by Ines Calloway.")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"Lines off at \d\d:\d\d by Ines Calloway\.")]
    private static partial Regex LinesOff();

    [GeneratedRegex("required items are not done$")]
    private static partial Regex NotDone();
}
