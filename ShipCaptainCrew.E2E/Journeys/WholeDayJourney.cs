using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// A charter's day from the morning until it is closed, on the captain's and a deckhand's phone, with a fake clock.
/// </summary>
public sealed partial class WholeDayJourney(BrowserFixture fixture) : Journey(fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_charter_is_boarded_cleared_departs_returns_and_is_closed(
        bool javaScript)
    {
        await using var demo = new DemoWithClock();
        var (captain, deckhand) = (await Phone(demo, javaScript), await Phone(demo, javaScript));
        await captain.SignInAs(DemoApp.Captain);
        await deckhand.SignInAs(DemoApp.Deckhand);
        var charter = await Plan(demo);

        await captain.GotoAsync(charter);
        await Expect(captain.GetByText(OpensByItself())).ToBeVisibleAsync();
        await captain.Tap(charter, "Confirm: captain");

        await demo.SetTime(new(10, 10));
        await captain.GotoAsync($"{charter}/log");
        await Expect(captain.GetByText("Boarding opened automatically at 10:00 AM")).ToBeVisibleAsync();
        await ExpectBlockedDeparture(captain, charter, javaScript);
        await ClearDeparture(captain, charter, javaScript);
        await Depart(captain, deckhand, charter, javaScript);

        await demo.SetTime(new(12, 28));
        await captain.Tap(charter, "All fast");
        await Expect(captain.GetByRole(AriaRole.Link, new() { NameRegex = Left() })).ToBeVisibleAsync();
        await Examine(captain, javaScript);
        await captain.CompleteChecklist(captain.Locator("#move a.go"));
        await captain.GotoAsync(charter);
        await Expect(captain.GetByRole(AriaRole.Link, new() { NameRegex = Left() })).ToHaveCountAsync(0);
        await captain.Tap(charter, "Finish and close");
        await Expect(captain.GetByText("Closed by Ines Calloway.")).ToBeVisibleAsync();
    }

    /// <summary>Plans a charter that lacks one deckhand and has no guest list.</summary>
    private async Task<string> Plan(DemoWithClock demo)
    {
        var office = await Laptop(demo);
        await office.SignInAs(DemoApp.Owner);
        return await office.Plan("Meridian", "Private party", demo.Date, new(10, 30), null,
            ("captain", DemoApp.Captain), ("first_mate", "Priya Raman"), ("deckhand", DemoApp.Deckhand));
    }

    private static async Task ExpectBlockedDeparture(IPage captain, string charter, bool javaScript)
    {
        await captain.GotoAsync(charter);
        await Expect(captain.GetByRole(AriaRole.Link, new() { Name = "Clear 1 stop" })).ToBeVisibleAsync();
        await Expect(captain.GetByRole(AriaRole.Button, new() { Name = "Lines off" })).ToHaveCountAsync(0);
        await Examine(captain, javaScript);
        await captain.GotoAsync($"{charter}/depart");
        await Expect(captain.GetByText("Nobody can override a line marked Stop.")).ToBeVisibleAsync();
        await Examine(captain, javaScript);
    }

    /// <summary>Follows each blocker's link: assigns the position and completes the items.</summary>
    private static async Task ClearDeparture(IPage captain, string charter, bool javaScript)
    {
        await captain.GetByRole(AriaRole.Link, new() { Name = "1 deckhand still needed." }).ClickAsync();
        await captain.Locator("select[name=member_id]").First.SelectOptionAsync(
            new SelectOptionValue { Label = "Luca Ferrante" });
        await captain.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await Expect(captain.GetByText("Luca Ferrante").First).ToBeVisibleAsync();
        await captain.GotoAsync(charter);
        await captain.CompleteChecklist(captain.GetByRole(AriaRole.Link, new() { NameRegex = Left() }));
        await captain.GotoAsync(charter);
        await Expect(captain.GetByText("All clear. You can leave.")).ToBeVisibleAsync();
        await Examine(captain, javaScript);
    }

    /// <summary>The deckhand sees the departure live, or without JavaScript after a reload.</summary>
    private static async Task Depart(IPage captain, IPage deckhand, string charter, bool javaScript)
    {
        await deckhand.GotoAsync(charter);
        await captain.Tap(charter, "Lines off");
        await Expect(captain.GetByText(LinesOff())).ToBeVisibleAsync();
        if (!javaScript) await deckhand.ReloadAsync();
        await Expect(deckhand.GetByText(LinesOff())).ToBeVisibleAsync();
        await Expect(deckhand.GetByRole(AriaRole.Button, new() { Name = "All fast" })).ToHaveCountAsync(0);
    }

    /// <summary>Axe needs JavaScript itself.</summary>
    private static Task Examine(IPage page, bool javaScript) =>
        javaScript ? Axe.AssertNoViolations(page) : Task.CompletedTask;

    [GeneratedRegex(@"Boarding opens automatically at \d{1,2}:\d\d [AP]M\.")]
    private static partial Regex OpensByItself();

    [GeneratedRegex(@"Lines off at \d{1,2}:\d\d [AP]M by Ines Calloway\.")]
    private static partial Regex LinesOff();

    [GeneratedRegex(@": \d+ left$")]
    private static partial Regex Left();
}
