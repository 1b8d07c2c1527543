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
        await office.ComeAboard(DemoApp.Owner);
        var startupChecks = new AccessCheck(office);
        var (green, held) = (await Ready(office, day), await Held(office, day));
        await startupChecks.Look(await day.Link(LinkKind.Presence, held, DemoApp.Deckhand));

        await day.TurnTo(new(9, 15));
        foreach (var address in new[] { green, $"{green}/depart" }) await startupChecks.Look(address);
        await office.Tap(green, "Lines off");
        await day.TurnTo(new(9, 31));
        foreach (var address in new[] {
            green, $"{green}/return", $"{green}/undo", $"{green}/times", $"{green}/muster" })
            await startupChecks.Look(address);

        await day.TurnTo(new(12, 40));
        foreach (var address in new[] {
            "/harbor-demo/week", green, $"{green}/overdue", await day.Link(LinkKind.Overdue, green) })
            await startupChecks.Look(address);
        foreach (var address in new[] { held, $"{held}/depart" }) await startupChecks.Look(address);
        await startupChecks.LookRefused($"{held}/depart");
        await Back(office, startupChecks, green);
        startupChecks.Found_nothing();
    }

    [Fact]
    public async Task Every_screen_of_the_guests_can_be_used_by_everybody()
    {
        await using var day = new DemoWithClock();
        var (office, guest) = (await Laptop(day.Address), await Phone(day.Address));
        await office.ComeAboard(DemoApp.Owner);
        var charter = await Held(office, day);
        var startupChecks = new AccessCheck(office);
        await OfTheOffice(office, startupChecks, charter);
        var theirs = new AccessCheck(guest);
        foreach (var kind in new[] { LinkKind.Party, LinkKind.Dock })
        {
            var link = await day.Link(kind, charter);
            await theirs.Look(link);
            await theirs.LookRefused(link);
        }

        await Sign(guest, theirs);
        await startupChecks.Look($"{charter}/guests");
        await startupChecks.Look($"{charter}/manifest");
        startupChecks.Found_nothing();
        theirs.Found_nothing();
    }

    /// <summary>Nothing will hold her: her lists are done, and nobody has listed her guests.</summary>
    private static async Task<string> Ready(IPage office, DemoWithClock day)
    {
        var charter =
            await office.Plan("Meridian", "Private party", day.Date, new(9, 30), null, ("captain", DemoApp.Captain),
                ("first_mate", "Priya Raman"), ("deckhand", DemoApp.Deckhand), ("deckhand", "Luca Ferrante"));
        await office.Finish(charter);
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

    private static async Task Back(IPage office, AccessCheck startupChecks, string charter)
    {
        await office.Tap(charter, "All fast");
        foreach (var address in new[] { charter, $"{charter}/close", $"{charter}/times" })
            await startupChecks.Look(address);
        await office.Locator("[name=actual_return]").FillAsync("18:00");
        await office.GetByRole(AriaRole.Button, new() { Name = "Save times" }).ClickAsync();
        await office.Locator("#errs").WaitForAsync();
        await startupChecks.Examine("times refused");
        await office.GotoAsync($"{charter}/close");
        await office.GetByRole(AriaRole.Button, new() { Name = "Close all the same" }).ClickAsync();
        await office.WaitForURLAsync($"**{charter}");
        foreach (var address in new[] { charter, $"{charter}/log" }) await startupChecks.Look(address);
    }

    private static async Task OfTheOffice(IPage office, AccessCheck startupChecks, string charter)
    {
        await startupChecks.Look($"{charter}/guests/import");
        await office.GetByLabel("Paste the list")
            .FillAsync(
                "name,email,cabin\nCal Dow,cal@guests.example,1\n,nobody@guests.example,2\nEve Fox,no address,3");
        await office.GetByRole(AriaRole.Button, new() { Name = "Look at it first" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Add this one" }).WaitForAsync();
        await startupChecks.Examine("import preview");
        foreach (var button in new[] { "Make a party link", "Make a QR code to print" })
        {
            await office.GotoAsync($"{charter}/qr");
            await office.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await office.GetByLabel("The link, shown this once").WaitForAsync();
            await startupChecks.Examine(button);
        }

        await office.GotoAsync($"{charter}/muster");
        await office.GetByRole(AriaRole.Button, new() { Name = "Orientation held" }).ClickAsync();
        await office.GetByRole(AriaRole.Alert).WaitForAsync();
        await startupChecks.Examine("muster refused");
    }

    /// <summary>In both languages, refused and signed; then a child's, and a link that leads nowhere.</summary>
    private static async Task Sign(IPage guest, AccessCheck startupChecks)
    {
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Add, and go on to the waiver" }).ClickAsync();
        await guest.WaitForURLAsync("**/waivers/**");
        var waiver = new Uri(guest.Url).AbsolutePath;
        await startupChecks.Look($"{waiver}?lang=es");
        await startupChecks.LookRefused($"{waiver}?lang=es");
        await startupChecks.Look($"{waiver}?lang=en");
        await guest.GetByText("I also sign for a child").ClickAsync();
        await startupChecks.Examine("waiver with a child");
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByLabel("I have read this text").CheckAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await guest.WaitForURLAsync("**/receipt*");
        await startupChecks.Examine("receipt");
        await startupChecks.Look("/waivers/nowhere", 404);
        await startupChecks.Look("/party/nowhere", 404);
    }
}
