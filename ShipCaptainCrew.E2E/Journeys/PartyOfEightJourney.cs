using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>A party of eight signs on one phone: each receipt leads to the next person.</summary>
public sealed class PartyOfEightJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private static readonly string[] Names =
    [
        "Cleo Danvers", "Bo Danvers", "Ada Lund", "Max-Emil Wolfeschlegelsteinhausenbergerdorff-Featherstone II",
        "מיכל כהן", "Zoë 🚤 Ahoy", "محمد الطيب", "Li Na",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Eight_people_sign_one_after_the_other(bool javaScript)
    {
        var link = await CreateLink(of: javaScript ? 0 : 1);
        var phone = await Phone(app, javaScript);
        await phone.GotoAsync(link);
        foreach (var (index, name) in Names.Index())
        {
            await SignNext(phone, name);
            if (index < 2 && javaScript) await Axe.AssertNoViolations(phone);
            if (index == Names.Length - 1) break;
            await Expect(phone.Locator(".turn .prog")).ToContainTextAsync($"{index + 1} of 8 signed");
            await phone.GetByRole(AriaRole.Link, new() { Name = "Add the next person" }).ClickAsync();
        }

        await Expect(phone.Locator(".turn.calm")).ToContainTextAsync("All 8 signed.");
        await AssertNoSidewaysScroll(phone, javaScript);
    }

    private static async Task SignNext(IPage phone, string name)
    {
        await phone.GetByLabel("Full name").FillAsync(name);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Add and go to the waiver" }).ClickAsync();
        await phone.GetByLabel("Your full name").FillAsync(name);
        await phone.GetByLabel("I have read this text").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Signed");
    }

    private static async Task AssertNoSidewaysScroll(IPage phone, bool javaScript)
    {
        if (!javaScript) return;
        foreach (var drawer in await phone.Locator("summary").AllAsync()) await drawer.ClickAsync();
        await phone.SetViewportSizeAsync(320, 740);
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Axe.AssertNoViolations(phone);
    }

    /// <summary>Makes the party link of a planned charter that can carry the party.</summary>
    /// <param name="of">Which one, counted from the last.</param>
    private async Task<string> CreateLink(int of)
    {
        var office = await Laptop(app);
        await office.SignInAs(DemoApp.Owner);
        var charters = (await office.Charters()).Where(row => row.GetProperty("status").ValueEquals("scheduled")
            && row.GetProperty("guests").GetProperty("listed").GetInt32() == 0);
        foreach (var charter in charters.Reverse().Skip(of))
        {
            var id = charter.GetProperty("id").GetString();
            var changed = await office.APIRequest.PutAsync(
                $"/api/events/{id}", new() { DataObject = new { guests_expected = Names.Length } });
            if (!changed.Ok) continue;
            await office.GotoAsync($"/harbor-demo/charters/{id}/qr");
            await office.GetByRole(AriaRole.Button, new() { Name = "Make a party link" }).ClickAsync();
            return new Uri(await office.GetByLabel("The link, shown this once").InputValueAsync()).PathAndQuery;
        }

        throw new InvalidOperationException("No charter of the demo can take the party.");
    }
}
