using Microsoft.Playwright;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// The screens that only a day brings, and those that guests and the shore come to by a link, as everybody must be able
/// to use them.
/// </summary>
public sealed class AccessOfTheDayJourney(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task Every_screen_of_a_day_can_be_used_by_everybody()
    {
        await using var day = new DemoWithClock();
        var office = await Laptop(day.Address);
        await office.SignInAs(DemoApp.Owner);
        var check = new AccessCheck(office);
        var (green, held) = (await Ready(office, day), await Held(office, day));
        await check.Visit(await day.IssueLink(LinkKind.Presence, held, DemoApp.Deckhand));

        await day.SetTime(new(9, 15));
        foreach (var address in new[] { green, $"{green}/depart" }) await check.Visit(address);
        await office.Tap(green, "Lines off");
        await day.SetTime(new(9, 31));
        foreach (var address in new[] {
            green, $"{green}/return", $"{green}/undo", $"{green}/times", $"{green}/muster" })
            await check.Visit(address);

        await day.SetTime(new(12, 40));
        foreach (var address in new[] {
            "/harbor-demo/week", green, $"{green}/overdue", await day.IssueLink(LinkKind.Overdue, green) })
            await check.Visit(address);
        foreach (var address in new[] { held, $"{held}/depart" }) await check.Visit(address);
        await check.SubmitEmpty($"{held}/depart");
        await Back(office, check, green);
        check.AssertNoFaults();
    }

    [Fact]
    public async Task Every_screen_of_the_guests_can_be_used_by_everybody()
    {
        await using var day = new DemoWithClock();
        var (office, guest) = (await Laptop(day.Address), await Phone(day.Address));
        await office.SignInAs(DemoApp.Owner);
        var charter = await Held(office, day);
        var check = new AccessCheck(office);
        await OfTheOffice(office, check, charter);
        var guestCheck = new AccessCheck(guest);
        foreach (var kind in new[] { LinkKind.Party, LinkKind.Dock })
        {
            var link = await day.IssueLink(kind, charter);
            await guestCheck.Visit(link);
            await guestCheck.SubmitEmpty(link);
        }

        await Sign(guest, guestCheck);
        await check.Visit($"{charter}/guests");
        await check.Visit($"{charter}/manifest");
        check.AssertNoFaults();
        guestCheck.AssertNoFaults();
    }

    /// <summary>Nothing will hold her: her lists are done, and nobody has listed her guests.</summary>
    private static async Task<string> Ready(IPage office, DemoWithClock day)
    {
        var charter =
            await office.Plan("Meridian", "Private party", day.Date, new(9, 30), null, ("captain", DemoApp.Captain),
                ("first_mate", "Priya Raman"), ("deckhand", DemoApp.Deckhand), ("deckhand", "Luca Ferrante"));
        await office.CompleteFirstChecklist(charter);
        return charter;
    }

    /// <summary>Much holds her, and she has guests with needs, one of them a child.</summary>
    private static async Task<string> Held(IPage office, DemoWithClock day)
    {
        var charter =
            await office.Plan("Kittiwake", "Harbor tour", day.Date, new(13, 0), 6, ("captain", DemoApp.Captain),
                ("deckhand", DemoApp.Deckhand));
        await office.AddGuest(charter,
            new { name = "Ann Bly", email = "ann@guests.example", phone = "+1 619 555 0150",
                needs = "Bee stings: carries a pen" });
        await office.AddGuest(charter, new { name = "Bo Bly", minor = true, guardian_name = "Ann Bly" });
        return charter;
    }

    private static async Task Back(IPage office, AccessCheck check, string charter)
    {
        await office.Tap(charter, "All fast");
        foreach (var address in new[] { charter, $"{charter}/close", $"{charter}/times" })
            await check.Visit(address);
        await office.Locator("[name=actual_return]").FillAsync("18:00");
        await office.GetByRole(AriaRole.Button, new() { Name = "Save times" }).ClickAsync();
        await office.Locator("#errs").WaitForAsync();
        await check.Examine("times refused");
        await office.GotoAsync($"{charter}/close");
        await office.GetByRole(AriaRole.Button, new() { Name = "Close all the same" }).ClickAsync();
        await office.WaitForURLAsync($"**{charter}");
        foreach (var address in new[] { charter, $"{charter}/log" }) await check.Visit(address);
    }

    private static async Task OfTheOffice(IPage office, AccessCheck check, string charter)
    {
        await check.Visit($"{charter}/guests/import");
        await office.GetByLabel("Paste the list")
            .FillAsync(
                "name,email,cabin\nCal Dow,cal@guests.example,1\n,nobody@guests.example,2\nEve Fox,no address,3");
        await office.GetByRole(AriaRole.Button, new() { Name = "Look at it first" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Add this one" }).WaitForAsync();
        await check.Examine("import preview");
        foreach (var button in new[] { "Make a party link", "Make a QR code to print" })
        {
            await office.GotoAsync($"{charter}/qr");
            await office.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await office.GetByLabel("The link, shown this once").WaitForAsync();
            await check.Examine(button);
        }

        await office.GotoAsync($"{charter}/muster");
        await office.GetByRole(AriaRole.Button, new() { Name = "Orientation held" }).ClickAsync();
        await office.GetByRole(AriaRole.Alert).WaitForAsync();
        await check.Examine("muster refused");
    }

    /// <summary>In both languages, refused and signed; then a child's, and a link that leads nowhere.</summary>
    private static async Task Sign(IPage guest, AccessCheck check)
    {
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Add, and go on to the waiver" }).ClickAsync();
        await guest.WaitForURLAsync("**/waivers/**");
        var waiver = new Uri(guest.Url).AbsolutePath;
        await check.Visit($"{waiver}?lang=es");
        await check.SubmitEmpty($"{waiver}?lang=es");
        await check.Visit($"{waiver}?lang=en");
        await guest.GetByText("I also sign for a child").ClickAsync();
        await check.Examine("waiver with a child");
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByLabel("I have read this text").CheckAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await guest.WaitForURLAsync("**/receipt*");
        await check.Examine("receipt");
        await check.Visit("/waivers/nowhere", 404);
        await check.Visit("/party/nowhere", 404);
    }
}
