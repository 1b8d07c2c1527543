using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// The charter day goes on: from the morning of the sail until she is put to bed, on the captain's phone and a
/// deckhand's, while a made-up clock turns.
/// </summary>
public sealed partial class WholeDayJourney(BrowserFixture fixture) : Journey(fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Boarding_opens_the_gate_is_mended_the_lines_go_off_come_on_again_and_she_is_put_to_bed(
        bool javaScript)
    {
        await using var day = new DemoWithClock();
        var (ines, jonah) = (await Phone(day.Address, javaScript), await Phone(day.Address, javaScript));
        await ines.SignInAs(DemoApp.Captain);
        await jonah.SignInAs(DemoApp.Deckhand);
        var charter = await Planned(day);

        await ines.GotoAsync(charter);
        await Expect(ines.GetByText(OpensByItself())).ToBeVisibleAsync();

        await day.SetTime(new(10, 10));
        await ines.GotoAsync($"{charter}/log");
        await Expect(ines.GetByText("Boarding opened by itself at 10:00")).ToBeVisibleAsync();
        await TheGateRefuses(ines, charter, javaScript);
        await Mend(ines, charter, javaScript);
        await LetGoTheLines(ines, jonah, charter, javaScript);

        await day.SetTime(new(12, 28));
        await ines.Tap(charter, "All fast");
        await Expect(ines.GetByText("Still to be put to bed")).ToBeVisibleAsync();
        await Examine(ines, javaScript);
        await ines.CompleteChecklist(ines.Locator("#move li a").First);
        await ines.GotoAsync(charter);
        await Expect(ines.GetByText("Still to be put to bed")).ToHaveCountAsync(0);
        await ines.Tap(charter, "Put to bed: close");
        await Expect(ines.GetByText("Put to bed and closed by Ines Calloway.")).ToBeVisibleAsync();
    }

    /// <summary>One deckhand is still wanted; nobody has listed its guests.</summary>
    private async Task<string> Planned(DemoWithClock day)
    {
        var office = await Laptop(day.Address);
        await office.SignInAs(DemoApp.Owner);
        return await office.Plan("Meridian", "Private party", day.Date, new(10, 30), null, ("captain", DemoApp.Captain),
            ("first_mate", "Priya Raman"), ("deckhand", DemoApp.Deckhand));
    }

    private static async Task TheGateRefuses(IPage ines, string charter, bool javaScript)
    {
        await ines.GotoAsync(charter);
        await Expect(ines.GetByText("Boarding is open.")).ToBeVisibleAsync();
        await Expect(ines.GetByRole(AriaRole.Button, new() { Name = "Lines off" })).ToHaveCountAsync(0);
        await Examine(ines, javaScript);
        await ines.GotoAsync($"{charter}/depart");
        await Expect(ines.GetByText("A line marked Stop is not for anybody to override.")).ToBeVisibleAsync();
        await Examine(ines, javaScript);
    }

    /// <summary>Each line by its own link: the place is filled, the items are done.</summary>
    private static async Task Mend(IPage ines, string charter, bool javaScript)
    {
        await ines.GetByRole(AriaRole.Link, new() { Name = "1 deckhand still wanted." }).ClickAsync();
        await ines.Locator("select[name=member_id]").First.SelectOptionAsync(
            new SelectOptionValue { Label = "Luca Ferrante" });
        await ines.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await Expect(ines.GetByText("Luca Ferrante").First).ToBeVisibleAsync();
        await ines.GotoAsync(charter);
        await ines.CompleteChecklist(ines.GetByRole(AriaRole.Link, new() { NameRegex = NotDone() }).First);
        await ines.GotoAsync(charter);
        await Expect(ines.GetByText("All clear: nothing holds the boat.")).ToBeVisibleAsync();
        await Examine(ines, javaScript);
    }

    /// <summary>The deckhand sees it at once; without JavaScript, when they next look.</summary>
    private static async Task LetGoTheLines(IPage ines, IPage jonah, string charter, bool javaScript)
    {
        await jonah.GotoAsync(charter);
        await ines.Tap(charter, "Lines off");
        await Expect(ines.GetByText(LinesOff())).ToBeVisibleAsync();
        if (!javaScript) await jonah.ReloadAsync();
        await Expect(jonah.GetByText(LinesOff())).ToBeVisibleAsync();
        await Expect(jonah.GetByRole(AriaRole.Button, new() { Name = "All fast" })).ToHaveCountAsync(0);
    }

    /// <summary>The examiner is a script itself.</summary>
    private static Task Examine(IPage page, bool javaScript) =>
        javaScript ? Axe.AssertNoViolations(page) : Task.CompletedTask;

    [GeneratedRegex(@"Boarding opens by itself at \d\d:\d\d\.")]
    private static partial Regex OpensByItself();

    [GeneratedRegex(@"Lines off at \d\d:\d\d by Ines Calloway\.")]
    private static partial Regex LinesOff();

    [GeneratedRegex("required items are not done$")]
    private static partial Regex NotDone();
}
