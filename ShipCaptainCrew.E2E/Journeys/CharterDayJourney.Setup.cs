using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class CharterDayJourney
{
    private async Task<string> CreateOperator(string run) => (await app.Command(
        "operator", "create", "--name", "Queen of San Diego", "--slug", $"queen{run}",
        "--email", $"olive@queen{run}.example", "--time-zone", "America/Los_Angeles",
        "--latitude", "32.7157", "--longitude", "-117.1611")).Trim().Split('\n')[^1];

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
        await office.OpenDrawer("Times and place");
        await office.OpenDrawer("Name and notes");
        await office.FillAsync("[name=meeting_point]", "Pier 3");
        await office.FillAsync("[name=title]", title);
        await Submit(office, "Publish");
        await Expect(office.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        await office.GetByRole(AriaRole.Link, new() { Name = "Open the charter" }).ClickAsync();
        await Expect(office.Locator("#charter")).ToBeVisibleAsync();
        return new Uri(office.Url).AbsolutePath;
    }

    private static DateOnly InDays(int days) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days);

    private static async Task Save(IPage page, string address, params (string Name, string Value)[] fields)
    {
        await page.GotoAsync(address);
        foreach (var (name, value) in fields) await page.FillAsync($"[name='{name}']", value);
        await Submit(page, "Save");
    }
}
