using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// A charter day in three browsers: the office on a laptop, and the captain and a deckhand on phones.
/// </summary>
public sealed partial class CharterDayJourney(AppProcess app, BrowserFixture fixture)
    : Journey(fixture), IClassFixture<AppProcess>
{
    private const string Home = "/queen";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_office_plans_a_charter_and_the_crew_claim_it_and_work_on_its_checklist(bool javaScript)
    {
        var run = javaScript ? "" : "-plain";
        var office = await SignIn(await Laptop(app, javaScript), await CreateOperator(run), "Olive Park");
        await CreateReferenceData(office, run);
        var kim = await Invite(office, run, "Kim", "captain", javaScript);
        var sam = await Invite(office, run, "Sam", "deckhand", javaScript);

        var first = await Plan(office, run, InDays(3), "Sunset sail");
        var second = await Plan(office, run, InDays(5), "Second sail");

        await Claim(sam, run);
        await WorkOnChecklist(kim, sam, first, javaScript);
        await Cancel(office, second);

        await ExpectEmails(run);
    }

    private static async Task Claim(IPage sam, string run)
    {
        await sam.GotoAsync($"{Home}{run}");
        await sam.GetByRole(AriaRole.Link, new() { NameRegex = ClaimLink() }).First.ClickAsync();
        await sam.GetByRole(AriaRole.Button, new() { Name = "Yes, I am deckhand" }).ClickAsync();
        await Expect(sam.GetByText("Sam, you")).ToBeVisibleAsync();
    }

    /// <summary>Each sees the other's changes: live, or without JavaScript after a reload.</summary>
    private static async Task WorkOnChecklist(IPage kim, IPage sam, string charter, bool javaScript)
    {
        foreach (var page in new[] { kim, sam })
        {
            await page.GotoAsync(charter);
            await page.GetByRole(AriaRole.Link, new() { Name = "Before departure" }).ClickAsync();
        }

        await Row(kim, "Navigation lights").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Row(sam, "Bilge pump").Locator("summary").ClickAsync();
        await Row(sam, "Bilge pump").GetByRole(AriaRole.Button, new() { Name = "Started" }).ClickAsync();
        if (!javaScript)
        {
            await kim.ReloadAsync();
            await sam.ReloadAsync();
        }

        await Expect(Row(sam, "Navigation lights").Locator(".meta")).ToContainTextAsync("Kim, ");
        await Expect(Row(kim, "Bilge pump")).ToContainTextAsync("Started Sam");
    }

    private static async Task Cancel(IPage office, string charter)
    {
        await office.GotoAsync($"{charter}/cancel");
        await office.FillAsync("[name=reason]", "Small craft advisory");
        await Submit(office, "Cancel the charter");
        await Expect(office.GetByText("Small craft advisory")).ToBeVisibleAsync();
    }

    private async Task ExpectEmails(string run)
    {
        await app.Mail.Arrival($"kim@queen{run}.example", "captain");
        await app.Mail.Arrival($"sam@queen{run}.example", "deckhand");
        await app.Mail.Arrival($"kim@queen{run}.example", "Sam");
        await app.Mail.Arrival($"olive@queen{run}.example", "Sam");
        var cancelled = await app.Mail.Arrival($"kim@queen{run}.example", "canceled");
        Assert.Contains("Small craft advisory", cancelled.TextBody, StringComparison.Ordinal);
    }

    private static ILocator Row(IPage page, string item) => page.Locator(".item").Filter(new() { HasText = item });

    /// <summary>Presses the last matching button and waits for the next page.</summary>
    private static async Task Submit(IPage page, string button)
    {
        var before = page.Url;
        await page.GetByRole(
            AriaRole.Button, new() { NameRegex = new(button, RegexOptions.IgnoreCase) }).Last.ClickAsync();
        await page.Leave(before);
    }

    [GeneratedRegex(@"https?://\S+/sign-in/\S+")]
    private static partial Regex Link();

    [GeneratedRegex("^Claim")]
    private static partial Regex ClaimLink();
}
