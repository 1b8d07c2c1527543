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

    private async Task<string> CreateOperator(string run) => (await app.Command(
        "operator", "create", "--name", "Queen of San Diego", "--slug", $"queen{run}", "--email",
        $"olive@queen{run}.example",
        "--time-zone", "America/Los_Angeles", "--latitude", "32.7157", "--longitude", "-117.1611")).Trim()
            .Split('\n')[^1];

    private static async Task<IPage> SignIn(IPage page, string link, string name)
    {
        await page.GotoAsync(new Uri(link).AbsolutePath);
        await page.FillAsync("[name=name]", name);
        await page.ClickAsync("main form button");
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Creates a vessel, a checklist and a charter type by their forms.</summary>
    private static async Task CreateReferenceData(IPage office, string run)
    {
        await Save(office, $"{Home}{run}/vessels/new", ("name", "Aurora"), ("passenger_capacity", "49"));
        await office.GotoAsync($"{Home}{run}/templates/new");
        await office.FillAsync("[name=name]", "Before departure");
        await office.Locator("[name$='.text']").First.FillAsync("Navigation lights");
        await office.Locator("[name$='.text']").Nth(1).FillAsync("Bilge pump, automatic and by hand");
        await Submit(office, "Save checklist");
        await office.GotoAsync($"{Home}{run}/types/new");
        await office.FillAsync("[name=name]", "Sunset sail");
        await office.FillAsync("[name=duration_minutes]", "150");
        await office.CheckAsync("[name='schedule.anchor'][value=sunset]");
        await office.FillAsync("[name='schedule.offset_minutes']", "-90");
        await office.FillAsync("[name='roles.first_mate']", "0");
        await office.FillAsync("[name='roles.deckhand']", "1");
        await office.Locator("[name=checklist_template_ids]").First.SelectOptionAsync(
            new SelectOptionValue { Index = 1 });
        await Submit(office, "Save type");
    }

    private async Task<IPage> Invite(IPage office, string run, string name, string qualification, bool javaScript)
    {
        var address = $"{name.ToLowerInvariant()}@queen{run}.example";
        await office.GotoAsync($"{Home}{run}/crew/new");
        await office.FillAsync("[name=name]", name);
        await office.FillAsync("[name=email]", address);
        await office.CheckAsync($"[name=qualifications][value={qualification}]");
        await Submit(office, "invit");
        var message = await app.Mail.Arrival(delivery => delivery.To.Contains(address));
        return await SignIn(await Phone(app, javaScript), Link().Match(message.TextBody ?? "").Value, name);
    }

    private static async Task<string> Plan(IPage office, string run, DateOnly day, string title)
    {
        await office.GotoAsync($"{Home}{run}/charters/new");
        await office.SelectOptionAsync("[name=vessel_id]", new SelectOptionValue { Label = "Aurora" });
        await office.SelectOptionAsync("[name=charter_type_id]", new SelectOptionValue { Label = "Sunset sail" });
        await office.FillAsync("[name=event_date]", $"{day:yyyy-MM-dd}");
        await office.SelectOptionAsync("[name=captain_id]", new SelectOptionValue { Label = "Kim" });
        await office.FillAsync("[name=meeting_point]", "Pier 3");
        await office.FillAsync("[name=title]", title);
        await Submit(office, "Publish");
        await Expect(office.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        return new Uri(office.Url).AbsolutePath;
    }

    private static async Task Claim(IPage sam, string run)
    {
        await sam.GotoAsync($"{Home}{run}");
        await sam.GetByRole(AriaRole.Link, new() { NameRegex = ClaimLink() }).First.ClickAsync();
        await sam.GetByRole(AriaRole.Button, new() { Name = "Yes, I am deckhand" }).ClickAsync();
        await Expect(sam.GetByText("Sam (you)")).ToBeVisibleAsync();
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
        await Row(sam, "Bilge pump").GetByRole(AriaRole.Button, new() { Name = "Started" }).ClickAsync();
        if (!javaScript)
        {
            await kim.ReloadAsync();
            await sam.ReloadAsync();
        }

        await Expect(Row(sam, "Navigation lights")).ToContainTextAsync("Done by Kim", new() { Timeout = 2000 });
        await Expect(Row(kim, "Bilge pump")).ToContainTextAsync("Started by Sam", new() { Timeout = 2000 });
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
        var cancelled = await app.Mail.Arrival($"kim@queen{run}.example", "cancelled");
        Assert.Contains("Small craft advisory", cancelled.TextBody, StringComparison.Ordinal);
    }

    private static DateOnly InDays(int days) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days);

    private static ILocator Row(IPage page, string item) => page.Locator(".item").Filter(new() { HasText = item });

    private static async Task Save(IPage page, string address, params (string Name, string Value)[] fields)
    {
        await page.GotoAsync(address);
        foreach (var (name, value) in fields) await page.FillAsync($"[name='{name}']", value);
        await Submit(page, "Save");
    }

    /// <summary>Presses the last matching button and waits for the next page.</summary>
    private static async Task Submit(IPage page, string button)
    {
        var before = page.Url;
        await page.GetByRole(
            AriaRole.Button, new() { NameRegex = new(button, RegexOptions.IgnoreCase) }).Last.ClickAsync();
        await page.WaitForURLAsync(address => address != before);
    }

    [GeneratedRegex(@"https?://\S+/sign-in/\S+")]
    private static partial Regex Link();

    [GeneratedRegex("^Claim")]
    private static partial Regex ClaimLink();
}
