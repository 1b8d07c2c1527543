using Microsoft.Playwright;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>The screens that only a day brings, and those that guests and the shore come to by a link, as everybody must be able to use them.</summary>
public sealed class AccessOfTheDayJourney(Harbour harbour) : Journey(harbour)
{
    [Fact]
    public async Task Every_screen_of_a_day_can_be_used_by_everybody()
    {
        await using var day = new DemoDay();
        var office = await Laptop(day.Address);
        await office.ComeAboard(HarborDemo.Owner);
        var inspection = new Inspection(office);
        var (green, held) = (await Ready(office, day), await Held(office, day));
        await inspection.Look(await day.Link(LinkKind.Presence, held, HarborDemo.Deckhand));

        await day.TurnTo(new(9, 15));
        foreach (var address in new[] { green, $"{green}/depart" }) await inspection.Look(address);
        await office.Tap(green, "Lines off");
        await day.TurnTo(new(9, 31));
        foreach (var address in new[] { green, $"{green}/return", $"{green}/undo", $"{green}/times", $"{green}/muster" }) await inspection.Look(address);

        await day.TurnTo(new(12, 40));
        foreach (var address in new[] { "/harbor-demo/week", green, $"{green}/overdue", await day.Link(LinkKind.Overdue, green) }) await inspection.Look(address);
        foreach (var address in new[] { held, $"{held}/depart" }) await inspection.Look(address);
        await inspection.LookRefused($"{held}/depart");
        await Back(office, inspection, green);
        inspection.Found_nothing();
    }

    [Fact]
    public async Task Every_screen_of_the_guests_can_be_used_by_everybody()
    {
        await using var day = new DemoDay();
        var (office, guest) = (await Laptop(day.Address), await Phone(day.Address));
        await office.ComeAboard(HarborDemo.Owner);
        var charter = await Held(office, day);
        var inspection = new Inspection(office);
        await OfTheOffice(office, inspection, charter);
        var theirs = new Inspection(guest);
        foreach (var kind in new[] { LinkKind.Party, LinkKind.Dock })
        {
            var link = await day.Link(kind, charter);
            await theirs.Look(link);
            await theirs.LookRefused(link);
        }

        await Sign(guest, theirs);
        await inspection.Look($"{charter}/guests");
        await inspection.Look($"{charter}/manifest");
        inspection.Found_nothing();
        theirs.Found_nothing();
    }

    /// <summary>Nothing will hold her: her lists are done, and nobody has listed her guests.</summary>
    private static async Task<string> Ready(IPage office, DemoDay day)
    {
        var charter = await office.Plan("Meridian", "Private party", day.Date, new(9, 30), null, ("captain", HarborDemo.Captain), ("first_mate", "Priya Raman"), ("deckhand", HarborDemo.Deckhand), ("deckhand", "Luca Ferrante"));
        await office.Finish(charter);
        return charter;
    }

    /// <summary>Much holds her, and she has guests with needs, one of them a child.</summary>
    private static async Task<string> Held(IPage office, DemoDay day)
    {
        var charter = await office.Plan("Kittiwake", "Harbor tour", day.Date, new(13, 0), 6, ("captain", HarborDemo.Captain), ("deckhand", HarborDemo.Deckhand));
        await office.AddGuest(charter, new { name = "Ann Bly", email = "ann@guests.example", phone = "+1 619 555 0150", needs = "Bee stings: carries a pen" });
        await office.AddGuest(charter, new { name = "Bo Bly", minor = true, guardian_name = "Ann Bly" });
        return charter;
    }

    private static async Task Back(IPage office, Inspection inspection, string charter)
    {
        await office.Tap(charter, "All fast");
        foreach (var address in new[] { charter, $"{charter}/close", $"{charter}/times" }) await inspection.Look(address);
        await office.Locator("[name=actual_return]").FillAsync("18:00");
        await office.GetByRole(AriaRole.Button, new() { Name = "Save times" }).ClickAsync();
        await office.Locator("#errs").WaitForAsync();
        await inspection.Examine("times refused");
        await office.GotoAsync($"{charter}/close");
        await office.GetByRole(AriaRole.Button, new() { Name = "Close all the same" }).ClickAsync();
        await office.WaitForURLAsync($"**{charter}");
        foreach (var address in new[] { charter, $"{charter}/log" }) await inspection.Look(address);
    }

    private static async Task OfTheOffice(IPage office, Inspection inspection, string charter)
    {
        await inspection.Look($"{charter}/guests/import");
        await office.GetByLabel("Paste the list").FillAsync("name,email,cabin\nCal Dow,cal@guests.example,1\n,nobody@guests.example,2\nEve Fox,no address,3");
        await office.GetByRole(AriaRole.Button, new() { Name = "Look at it first" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Add this one" }).WaitForAsync();
        await inspection.Examine("import preview");
        foreach (var button in new[] { "Make a party link", "Make a QR code to print" })
        {
            await office.GotoAsync($"{charter}/qr");
            await office.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await office.GetByLabel("The link, shown this once").WaitForAsync();
            await inspection.Examine(button);
        }

        await office.GotoAsync($"{charter}/muster");
        await office.GetByRole(AriaRole.Button, new() { Name = "Orientation held" }).ClickAsync();
        await office.GetByRole(AriaRole.Alert).WaitForAsync();
        await inspection.Examine("muster refused");
    }

    /// <summary>In both languages, refused and signed; then a child's, and a link that leads nowhere.</summary>
    private static async Task Sign(IPage guest, Inspection inspection)
    {
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Add, and go on to the waiver" }).ClickAsync();
        await guest.WaitForURLAsync("**/waivers/**");
        var waiver = new Uri(guest.Url).AbsolutePath;
        await inspection.Look($"{waiver}?lang=es");
        await inspection.LookRefused($"{waiver}?lang=es");
        await inspection.Look($"{waiver}?lang=en");
        await guest.GetByText("I also sign for a child").ClickAsync();
        await inspection.Examine("waiver with a child");
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByLabel("I have read this text").CheckAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await guest.WaitForURLAsync("**/receipt*");
        await inspection.Examine("receipt");
        await inspection.Look("/waivers/nowhere", 404);
        await inspection.Look("/party/nowhere", 404);
    }
}
