using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// A captain's whole day on a phone, alone on a small boat with three guests and a list of 18 items: the taps are
/// counted, and no page comes up that only asks again.
/// </summary>
public sealed partial class CaptainsDayJourney(BrowserFixture fixture) : Journey(fixture)
{
    private const int MostTaps = 32, Items = 18;

    private static readonly string[] Guests = ["Aria Quinn", "Bo Lindqvist", "Cleo Danvers"];

    private int taps;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_day_of_a_captain_takes_at_most_32_taps(bool javaScript)
    {
        await using var demo = new DemoWithClock();
        var charter = await Plan(demo);
        var captain = await Phone(demo, javaScript);
        await captain.SignInAs(DemoApp.Captain);
        await demo.SetTime(new(12, 10));
        await captain.ReloadAsync();

        await Tap(captain.GetByRole(AriaRole.Link, new() { NameRegex = Tour() }).First);
        await captain.ArriveAt(charter);
        await TapButton(captain, "Confirm: captain");
        foreach (var guest in Guests) await TapButton(captain, $"Aboard {guest}");
        await WorkChecklist(captain);
        await captain.ArriveAt(charter);
        foreach (var button in new[] { "3", "Record safety talk", "Send count ashore", "Lines off" })
            await TapButton(captain, button);
        await demo.SetTime(new(14, 28));
        foreach (var button in new[] { "All fast", "3", "Finish and close" }) await TapButton(captain, button);

        await Expect(captain.GetByText("Closed by Ines Calloway.")).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{taps} taps, JavaScript {javaScript}");
        Assert.True(taps <= MostTaps, $"{taps} taps");
    }

    /// <summary>Each item is one tap, and one each leads to the list and back.</summary>
    private async Task WorkChecklist(IPage captain)
    {
        await Tap(captain.GetByRole(AriaRole.Link, new() { Name = $"Dock list: {Items} left", Exact = true }));
        var open = captain.Locator(".item:not([data-s=complete])");
        await Expect(open).ToHaveCountAsync(Items);
        for (var left = Items - 1; left >= 0; left--)
        {
            await Tap(open.First.GetByRole(AriaRole.Button, new() { NameRegex = Done() }));
            await Expect(open).ToHaveCountAsync(left);
        }

        await Tap(captain.Locator(".under").GetByRole(AriaRole.Link, new() { NameRegex = BackToCharter() }).First);
    }

    /// <summary>Presses a button of the charter's page; it is gone when its act is done.</summary>
    private async Task TapButton(IPage captain, string name)
    {
        var address = captain.Url;
        var button = captain.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        await Tap(button);
        await Expect(button).ToHaveCountAsync(0);
        Assert.Equal(address.Split('#')[0], captain.Url.Split('#')[0]);
    }

    private Task Tap(ILocator target)
    {
        taps++;
        return target.ClickAsync();
    }

    /// <summary>Plans a charter whose only list has 18 items, with three guests, on a boat for six.</summary>
    private async Task<string> Plan(DemoWithClock demo)
    {
        var office = await Laptop(demo);
        await office.SignInAs(DemoApp.Owner);
        var items = Enumerable.Range(1, Items).Select(number => new { text = $"Item {number}", required = true });
        var list = await office.Create(
            "checklist-templates", new { name = "Dock list", phase = "pre_departure", items });
        await office.Create("charter-types", new
        {
            name = "Six-pack tour",
            duration_minutes = 120,
            schedule = new { anchor = "fixed", time = "12:30" },
            roles = new { captain = 1, first_mate = 0, deckhand = 0 },
            checklist_template_ids = new[] { list },
        });
        var charter = await office.Plan(
            "Kittiwake", "Six-pack tour", demo.Date, new(12, 30), Guests.Length, ("captain", DemoApp.Captain));
        foreach (var name in Guests) await AddSigned(office, charter, name);
        return charter;
    }

    /// <summary>Guests sign at home, by the link in their email.</summary>
    private static async Task AddSigned(IPage office, string charter, string name)
    {
        var added = await office.APIRequest.PostAsync(
            $"/api/events/{DemoApp.IdIn(charter)}/guests", new() { DataObject = new { name } });
        var link = (await added.JsonAsync())!.Value.GetProperty("waiver_url").GetString()!;
        var form = office.APIRequest.CreateFormData();
        form.Append("signer_name", name);
        form.Append("consent", "true");
        var signed = await office.APIRequest.PostAsync(new Uri(link).AbsolutePath, new() { Form = form });
        Assert.True(signed.Ok, await signed.TextAsync());
    }

    [GeneratedRegex("^Six-pack tour")]
    private static partial Regex Tour();

    [GeneratedRegex("^Done")]
    private static partial Regex Done();

    [GeneratedRegex("Back to charter|^Charter$")]
    private static partial Regex BackToCharter();
}
