using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Guests from the export of a booking system are told that the time has moved, that the charter is canceled, and that
/// it sails after all.
/// </summary>
public sealed partial class ToldOfChangesJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private const string Booker = "pat@guests.example";

    private static readonly string[] Mailboxes =
        ["cleo@example.com", "siobhan@example.com", "bob@example.com", "rob.junior@example.com", Booker];

    private static readonly string[] Crew = ["ines@harbor-demo.example", "jonah@harbor-demo.example"];

    [Fact]
    public async Task Guests_from_an_export_are_told_of_each_change_and_the_page_says_so_before_and_after()
    {
        var office = await Laptop(app);
        await office.SignInAs(DemoApp.Owner);
        var charter = await office.Plan(
            "Meridian", "Private party", InDays(100), new(10, 30), null, ("captain", DemoApp.Captain),
            ("deckhand", DemoApp.Deckhand));
        await Book(office, charter);
        await office.AddGuest(charter, new { name = "Siobhan M. O'Brien" });

        await ImportGuests(office, charter);
        await MoveTime(office, charter);
        await Cancel(office, charter);
        await Reinstate(office, charter);

        await office.GotoAsync($"{charter}/guests");
        await Expect(office.Locator("#items > li")).ToHaveCountAsync(6);
    }

    /// <summary>The similar name is asked about, and the line with the sum is not added.</summary>
    private static async Task ImportGuests(IPage office, string charter)
    {
        await office.GotoAsync($"{charter}/guests/import");
        await office.GetByLabel("Or choose a file").SetInputFilesAsync(Path.Combine(
            AppProcess.Root, "ShipCaptainCrew.Tests", "Actions", "Guests", "Exports", "booking-system.csv"));
        await office.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(office.GetByText("3 rows can be added, 0 cannot, 3 need your decision.")).ToBeVisibleAsync();
        await Expect(office.GetByText("Is this a different person from Siobhan M. O'Brien?")).ToBeVisibleAsync();
        await Expect(office.GetByLabel("Add Siobhán O’Brien")).ToBeCheckedAsync();
        await Expect(office.GetByLabel("Add Robert Lee")).ToBeCheckedAsync();
        await Expect(office.GetByLabel("Add 5")).Not.ToBeCheckedAsync();
        await Expect(office.GetByLabel("Ticket Type")).ToHaveValueAsync("minor");
        await Axe.AssertNoViolations(office);
        await office.GetByRole(AriaRole.Button, new() { Name = "Add the chosen rows" }).ClickAsync();
        await office.ArriveAt("/guests?*");
        await Expect(office.Locator("#items > li")).ToHaveCountAsync(6);
    }

    private async Task MoveTime(IPage office, string charter)
    {
        await office.GotoAsync($"{charter}/edit");
        await Expect(office.Locator("main")).ToContainTextAsync(
            "emailed right away: 2 crew, 4 guests, the booker; 2 guests have no address.");
        await office.GetByLabel("Departure", new() { Exact = true }).FillAsync("11:15");
        await office.GetByRole(AriaRole.Button, new() { Name = "Save charter" }).ClickAsync();
        await office.ArriveAt(charter);
        await ExpectTold(office, "Changed");
        foreach (var mailbox in Mailboxes)
            Assert.Contains(
                " 11:15 AM", (await app.Mail.Arrival(mailbox, "Changed")).TextBody, StringComparison.Ordinal);
    }

    private async Task Cancel(IPage office, string charter)
    {
        await office.GetByRole(AriaRole.Link, new() { Name = "Cancel charter" }).ClickAsync();
        await Expect(office.Locator("main")).ToContainTextAsync(
            "Emailed right away: 2 crew, 4 guests, the booker; 2 guests have no address.");
        await office.GetByLabel("Reason").FillAsync("Gale warning");
        await office.GetByRole(AriaRole.Button, new() { Name = "Cancel the charter" }).ClickAsync();
        await office.ArriveAt(charter);
        await Expect(office.GetByText("Gale warning")).ToBeVisibleAsync();
        await Expect(office.Locator(".badge.open")).ToHaveCountAsync(0);
        await ExpectTold(office, "Canceled");
        foreach (var mailbox in Mailboxes)
            Assert.Contains("Reason: Gale warning", (await app.Mail.Arrival(mailbox, "Canceled")).TextBody,
                StringComparison.Ordinal);
    }

    private async Task Reinstate(IPage office, string charter)
    {
        await office.GetByRole(AriaRole.Link, new() { Name = "Reinstate charter" }).ClickAsync();
        await Expect(office.Locator("main")).ToContainTextAsync(
            "Emailed right away: 2 crew, 4 guests, the booker; 2 guests have no address.");
        await Axe.AssertNoViolations(office);
        await office.GetByRole(AriaRole.Button, new() { Name = "Reinstate the charter" }).ClickAsync();
        await office.ArriveAt(charter);
        await Expect(office.GetByText("Gale warning")).ToHaveCountAsync(0);
        await ExpectTold(office, "Not canceled after all");
        var invitation = await app.Mail.Arrival(Crew[1], "Not canceled after all");
        Assert.Contains(invitation.BodyParts, part => part.ContentType.Parameters["method"] == "REQUEST");
    }
}
