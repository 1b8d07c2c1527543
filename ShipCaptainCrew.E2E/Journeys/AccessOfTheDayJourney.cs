using Microsoft.Playwright;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Checks the accessibility of the pages of a charter in progress, and of those that guests and others open by a link.
/// </summary>
public sealed class AccessOfTheDayJourney(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task Every_page_of_a_charter_day_is_accessible()
    {
        await using var demo = new DemoWithClock();
        var office = await Laptop(demo);
        await office.SignInAs(DemoApp.Owner);
        var check = new AccessCheck(office);
        var (ready, blocked) = (await PlanReady(office, demo), await PlanBlocked(office, demo));
        await check.Visit(await demo.IssueLink(LinkKind.Presence, blocked, DemoApp.Deckhand));

        await demo.SetTime(new(9, 15));
        foreach (var address in new[] { ready, $"{ready}/depart" }) await check.Visit(address);
        await office.SignInAs(DemoApp.Captain);
        await office.Tap(ready, "Lines off");
        await office.SignInAs(DemoApp.Owner);
        await demo.SetTime(new(9, 31));
        string[] underway = [ready, $"{ready}/return", $"{ready}/undo", $"{ready}/times", $"{ready}/muster"];
        foreach (var address in underway) await check.Visit(address);

        await demo.SetTime(new(12, 40));
        var overdueLink = await demo.IssueLink(LinkKind.Overdue, ready);
        string[] overdue = ["/harbor-demo/week", ready, $"{ready}/overdue", overdueLink, blocked, $"{blocked}/depart"];
        foreach (var address in overdue) await check.Visit(address);
        await check.SubmitEmpty($"{blocked}/depart");
        await ReturnAndClose(office, check, ready);
        check.AssertNoFaults();
    }

    [Fact]
    public async Task Every_page_for_guests_is_accessible()
    {
        await using var demo = new DemoWithClock();
        var (office, guest) = (await Laptop(demo), await Phone(demo));
        await office.SignInAs(DemoApp.Owner);
        var charter = await PlanBlocked(office, demo);
        var check = new AccessCheck(office);
        await VisitGuestPages(office, check, charter);
        var guestCheck = new AccessCheck(guest);
        foreach (var kind in new[] { LinkKind.Party, LinkKind.Dock })
        {
            var link = await demo.IssueLink(kind, charter);
            await guestCheck.Visit(link);
            await guestCheck.SubmitEmpty(link);
        }

        await Sign(guest, guestCheck);
        await check.Visit($"{charter}/guests");
        await check.Visit($"{charter}/manifest");
        await check.Visit($"{charter}/day-pack");
        check.AssertNoFaults();
        guestCheck.AssertNoFaults();
    }

    /// <summary>Plans a charter that can depart: its checklists are complete and it has no guest list.</summary>
    private static async Task<string> PlanReady(IPage office, DemoWithClock demo)
    {
        var charter = await office.Plan(
            "Meridian", "Private party", demo.Date, new(9, 30), null, ("captain", DemoApp.Captain),
            ("first_mate", "Priya Raman"), ("deckhand", DemoApp.Deckhand), ("deckhand", "Luca Ferrante"));
        await office.CompleteFirstChecklist(charter);
        return charter;
    }

    /// <summary>Plans a charter that cannot depart, with guests who have special needs, one of them a child.</summary>
    private static async Task<string> PlanBlocked(IPage office, DemoWithClock demo)
    {
        var charter = await office.Plan(
            "Kittiwake", "Harbor tour", demo.Date, new(13, 0), 6,
            ("captain", DemoApp.Captain), ("deckhand", DemoApp.Deckhand));
        await office.AddGuest(charter, new
        {
            name = "Ann Bly",
            email = "ann@guests.example",
            phone = "+1 619 555 0150",
            needs = "Bee stings: carries a pen",
        });
        await office.AddGuest(charter, new { name = "Bo Bly", minor = true, guardian_name = "Ann Bly" });
        return charter;
    }

    private static async Task ReturnAndClose(IPage office, AccessCheck check, string charter)
    {
        await office.SignInAs(DemoApp.Captain);
        await office.Tap(charter, "All fast");
        await office.SignInAs(DemoApp.Owner);
        foreach (var address in new[] { charter, $"{charter}/close", $"{charter}/times" })
            await check.Visit(address);
        await office.Locator("[name=actual_return]").FillAsync("18:00");
        await office.GetByRole(AriaRole.Button, new() { Name = "Save times" }).ClickAsync();
        await office.Locator("#errs").WaitForAsync();
        await check.Examine("times refused");
        await office.GotoAsync($"{charter}/close");
        await office.Locator("[name=reason]").FillAsync("The crew has gone home");
        await office.GetByRole(AriaRole.Button, new() { Name = "Close anyway" }).ClickAsync();
        await office.ArriveAt(charter);
        foreach (var address in new[] { charter, $"{charter}/log" }) await check.Visit(address);
    }

    private static async Task VisitGuestPages(IPage office, AccessCheck check, string charter)
    {
        await check.Visit($"{charter}/guests/import");
        await office.GetByLabel("Paste the list")
            .FillAsync(
                "name,email,cabin\nCal Dow,cal@guests.example,1\n,nobody@guests.example,2\nEve Fox,no address,3");
        await office.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Add the chosen rows" }).WaitForAsync();
        await check.Examine("import preview");
        foreach (var button in new[] { "Make a party link", "Make a QR code to print" })
        {
            await office.GotoAsync($"{charter}/qr");
            await office.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await office.GetByLabel("The link, shown this once").WaitForAsync();
            await check.Examine(button);
        }

        await office.GotoAsync($"{charter}/muster");
        await office.GetByRole(AriaRole.Button, new() { Name = "Record safety talk" }).ClickAsync();
        await office.GetByRole(AriaRole.Alert).WaitForAsync();
        await check.Examine("muster refused");
    }

    /// <summary>Signs a waiver in both languages, refused and accepted, and opens links that do not exist.</summary>
    private static async Task Sign(IPage guest, AccessCheck check)
    {
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Add and go to the waiver" }).ClickAsync();
        await guest.ArriveAt("/waivers/*");
        var waiver = new Uri(guest.Url).AbsolutePath;
        await check.Visit($"{waiver}?lang=es");
        await check.SubmitEmpty($"{waiver}?lang=es");
        await check.Visit($"{waiver}?lang=en");
        await guest.GetByText("I also sign for a child").ClickAsync();
        await check.Examine("waiver with a child");
        await guest.GetByLabel("Your full name").FillAsync("Sam Walker");
        await guest.GetByLabel("I have read this text").CheckAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await guest.ArriveAt("/receipt*");
        await check.Examine("receipt");
        await check.Visit("/waivers/nowhere", 404);
        await check.Visit("/party/nowhere", 404);
    }
}
