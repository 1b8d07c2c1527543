using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Somebody with a seat in the office writes what would like to be a script wherever one can write, and another site
/// puts us into its frames.
/// </summary>
public sealed class XssJourney(BrowserFixture fixture, AppProcess app) : Journey(fixture), IClassFixture<AppProcess>
{
    /// <summary>Tells itself apart from nothing at all: an unwritten page has neither.</summary>
    private const string Traces =
        "() => [typeof window.__pwn, window.__reports ?? 0, document.querySelectorAll('[pwn]').length].join(' ')";

    private const string Listen =
        "window.__reports = 0; addEventListener('securitypolicyviolation', () => window.__reports++);";

    private static readonly string[] Graffiti =
    [
        "<script pwn>__pwn=1</script>", "\"><img pwn src=x onerror=__pwn=1>", "<svg pwn onload=__pwn=1>",
        "<b pwn hx-on:load=__pwn=1>x</b>", "<b pwn hx-get=/pwn hx-trigger=load>",
        "' pwn autofocus onfocus=__pwn=1 x='", "<a pwn href=javascript:__pwn=1>x</a>",
        "</textarea></title><script pwn>__pwn=1</script>",
    ];

    [Fact]
    public async Task What_was_written_to_run_runs_in_nobodys_browser()
    {
        var office = await Watched(await Laptop(app), DemoApp.Owner);
        var (charter, waiver) = await Write(office);
        await Look(office, $"{charter}", $"{charter}/guests", $"{charter}/muster", $"{charter}/manifest",
            $"{charter}/log", $"{charter}/edit", "/harbor-demo", "/harbor-demo/week", "/harbor-demo/vessels",
            "/harbor-demo/crew", "/harbor-demo/types", "/harbor-demo/templates", "/harbor-demo/waivers",
            "/harbor-demo/log", "/harbor-demo/letters", "/harbor-demo/season");
        await Look(await Watched(await Phone(app), DemoApp.Captain), charter, $"{charter}/guests", $"{charter}/muster",
            "/harbor-demo");
        var guest = await Phone(app);
        await guest.AddInitScriptAsync(Listen);
        await Look(guest, waiver);
    }

    /// <summary>
    /// So that looking sees something: the same words, raw on a page without our policy, do run and are seen.
    /// </summary>
    [Fact]
    public async Task Raw_they_would_run()
    {
        var page = await UnrelatedPage();
        foreach (var words in Graffiti)
        {
            await page.SetContentAsync(
                $"<title>x</title><main>{words}</main><textarea>{words}</textarea><input value='{words}'>");
            Assert.NotEqual("undefined 0 0", await page.EvaluateAsync<string>(Traces));
        }
    }

    [Fact]
    public async Task No_other_site_has_us_in_a_frame()
    {
        string[] pages = ["/", "/sign-in", "/harbor-demo", "/waivers/nothing-there", "/healthz/live"];
        var frames =
            string.Concat(
                pages.Select(path => $"{new Uri(app.Address, path)}").Append("/careless")
                    .Select(address => $"<iframe src='{address}'></iframe>"));
        using var theirs = new OtherSite(path => path == "/careless" ? "<p>Careless</p>" : frames);
        var page = await UnrelatedPage();

        await page.GotoAsync(theirs.Address, new() { WaitUntil = WaitUntilState.Load });

        Assert.Equal(1 + pages.Length + 1, page.Frames.Count);
        Assert.Equal(["Careless"], await Shown(page));
    }

    [Fact]
    public async Task Signed_out_the_way_back_shows_nothing_and_the_browser_kept_nothing()
    {
        var phone = await Phone(app);
        await phone.SignInAs(DemoApp.Captain);
        await phone.GotoAsync($"/harbor-demo/charters/{(await phone.NextCharter()).GetProperty("id")}");
        var name = await phone.Locator("h1").InnerTextAsync();
        await phone.GotoAsync("/harbor-demo/me");
        Assert.Equal("{}", await phone.EvaluateAsync<string>("() => JSON.stringify(sessionStorage)"));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await phone.WaitForURLAsync("**/sign-in");

        for (var back = 0; back < 3; back++)
        {
            await phone.GoBackAsync();
            Assert.DoesNotContain(name, await phone.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<IPage> Watched(IPage page, string name)
    {
        await page.AddInitScriptAsync(Listen);
        await page.SignInAs(name);
        return page;
    }

    private static async Task Look(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{address}: {answer.Status}");
            Assert.Equal((address, "undefined 0 0"), (address, await page.EvaluateAsync<string>(Traces)));
        }
    }

    /// <summary>The captain's next charter loaded with it, and the link of a guest of hers.</summary>
    private static async Task<(string Charter, string Waiver)> Write(IPage office)
    {
        var written = await office.NextCharter();
        var id = written.GetProperty("id");
        var all = string.Join('\n', Graffiti);
        await Send("PUT", $"/api/events/{id}",
            new { title = Graffiti[0], notes = all, meeting_point = Graffiti[1], reference = Graffiti[5],
                contact = new { name = Graffiti[2], phone = "' onfocus=__pwn=1 x='" } });
        await Send("PUT", $"/api/vessels/{written.GetProperty("vessel_id")}", new { name = Graffiti[3] });
        await Send(
            "POST", $"/api/vessels/{written.GetProperty("vessel_id")}/defects", new { what = all, severity = "minor" });
        var list =
            await Send("POST", "/api/checklist-templates",
                new { name = Graffiti[4], phase = "pre_departure", items = Graffiti.Select(text => new { text }) });
        await Send("POST", $"/api/events/{id}/checklists", new { template_id = list.GetProperty("id") });
        await Send("POST", "/api/waiver-templates", new { name = Graffiti[6], html = all });
        await Send(
            "POST", "/api/members", new { name = Graffiti[0], email = "vandal@harbor-demo.example", role = "crew" });
        System.Text.Json.JsonElement guest = default;
        foreach (var name in Graffiti.Take(4))
            guest =
                await Send(
                    "POST", $"/api/events/{id}/guests", new { name, needs = all, guardian_name = name, minor = true });
        return ($"/harbor-demo/charters/{id}", guest.GetProperty("waiver_url").GetString()!);

        async Task<System.Text.Json.JsonElement> Send(string method, string address, object body)
        {
            var answer = await office.APIRequest.FetchAsync(address, new() { Method = method, DataObject = body });
            Assert.True(answer.Ok, $"{address}: {await answer.TextAsync()}");
            return (await answer.JsonAsync())!.Value;
        }
    }

    /// <summary>What is read in the frames of a page, but for the browser's own word that one was refused.</summary>
    private static async Task<IReadOnlyList<string>> Shown(IPage page)
    {
        var shown = new List<string>();
        foreach (var frame in page.Frames.Skip(1))
        {
            if (await frame.EvaluateAsync<string>("() => location.protocol") != "chrome-error:")
                shown.Add(await frame.Locator("body").InnerTextAsync());
        }

        return shown;
    }
}
