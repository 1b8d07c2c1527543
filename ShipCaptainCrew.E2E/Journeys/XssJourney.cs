using System.Text.Json;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// A member of the office enters markup and scripts in every field, and another site puts the app's pages into frames.
/// </summary>
public sealed partial class XssJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    /// <summary>
    /// A script that reports whether a payload ran, how many policy violations there were, and how many payload
    /// elements exist.
    /// </summary>
    private const string Traces =
        "() => [typeof window.__pwn, window.__reports ?? 0, document.querySelectorAll('[pwn]').length].join(' ')";

    private const string CountViolations =
        "window.__reports = 0; addEventListener('securitypolicyviolation', () => window.__reports++);";

    private static readonly string[] Payloads =
    [
        "<script pwn>__pwn=1</script>", "\"><img pwn src=x onerror=__pwn=1>", "<svg pwn onload=__pwn=1>",
        "<b pwn hx-on:load=__pwn=1>x</b>", "<b pwn hx-get=/pwn hx-trigger=load>",
        "' pwn autofocus onfocus=__pwn=1 x='", "<a pwn href=javascript:__pwn=1>x</a>",
        "</textarea></title><script pwn>__pwn=1</script>",
    ];

    [Fact]
    public async Task Stored_payloads_run_in_nobodys_browser()
    {
        var office = await SignInAndCount(await Laptop(app), DemoApp.Owner);
        var (charter, waiver) = await WritePayloads(office);
        await ExpectNoTraces(office, $"{charter}", $"{charter}/guests", $"{charter}/muster", $"{charter}/manifest",
            $"{charter}/log", $"{charter}/edit", "/harbor-demo", "/harbor-demo/week", "/harbor-demo/vessels",
            "/harbor-demo/crew", "/harbor-demo/types", "/harbor-demo/templates", "/harbor-demo/waivers",
            "/harbor-demo/log", "/harbor-demo/letters", "/harbor-demo/season");
        var captain = await SignInAndCount(await Phone(app), DemoApp.Captain);
        await ExpectNoTraces(captain, charter, $"{charter}/guests", $"{charter}/muster", "/harbor-demo");
        var guest = await Phone(app);
        await guest.AddInitScriptAsync(CountViolations);
        await ExpectNoTraces(guest, waiver);
    }

    /// <summary>
    /// Shows that the check works: unencoded on a page without a content security policy, the payloads run and are
    /// detected.
    /// </summary>
    [Fact]
    public async Task Unencoded_payloads_run_and_are_detected()
    {
        var page = await UnrelatedPage();
        foreach (var payload in Payloads)
        {
            await page.SetContentAsync(
                $"<title>x</title><main>{payload}</main><textarea>{payload}</textarea><input value='{payload}'>");
            Assert.NotEqual("undefined 0 0", await page.EvaluateAsync<string>(Traces));
        }
    }

    [Fact]
    public async Task After_sign_out_going_back_shows_no_data_and_the_browser_stores_none()
    {
        var phone = await Phone(app);
        await phone.SignInAs(DemoApp.Captain);
        await phone.GotoAsync($"/harbor-demo/charters/{(await phone.NextCharter()).GetProperty("id")}");
        var name = await phone.Locator("h1").InnerTextAsync();
        await phone.GotoAsync("/harbor-demo/me");
        Assert.Equal("{}", await phone.EvaluateAsync<string>("() => JSON.stringify(sessionStorage)"));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await phone.ArriveAt("/sign-in");

        for (var back = 0; back < 3; back++)
        {
            await phone.GoBackAsync();
            Assert.DoesNotContain(name, await phone.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<IPage> SignInAndCount(IPage page, string name)
    {
        await page.AddInitScriptAsync(CountViolations);
        await page.SignInAs(name);
        return page;
    }

    private static async Task ExpectNoTraces(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{address}: {answer.Status}");
            Assert.Equal((address, "undefined 0 0"), (address, await page.EvaluateAsync<string>(Traces)));
        }
    }

    /// <summary>Writes the payloads to the next charter and its data; returns its address and a guest's link.</summary>
    private static async Task<(string Charter, string Waiver)> WritePayloads(IPage office)
    {
        var charter = await office.NextCharter();
        var id = charter.GetProperty("id");
        var all = string.Join('\n', Payloads);
        await Send("PUT", $"/api/events/{id}",
            new
            {
                title = Payloads[0],
                notes = all,
                meeting_point = Payloads[1],
                reference = Payloads[5],
                contact = new { name = Payloads[2], phone = "' onfocus=__pwn=1 x='" },
            });
        await Send("PUT", $"/api/vessels/{charter.GetProperty("vessel_id")}", new { name = Payloads[3] });
        await Send(
            "POST", $"/api/vessels/{charter.GetProperty("vessel_id")}/defects", new { what = all, severity = "minor" });
        var list = await Send("POST", "/api/checklist-templates",
            new { name = Payloads[4], phase = "pre_departure", items = Payloads.Select(text => new { text }) });
        await Send("POST", $"/api/events/{id}/checklists", new { template_id = list.GetProperty("id") });
        await Send("POST", "/api/waiver-templates", new { name = Payloads[6], html = all });
        await Send(
            "POST", "/api/members", new { name = Payloads[0], email = "attacker@harbor-demo.example", role = "crew" });
        JsonElement guest = default;
        foreach (var name in Payloads.Take(4))
            guest = await Send(
                "POST", $"/api/events/{id}/guests", new { name, needs = all, guardian_name = name, minor = true });
        return ($"/harbor-demo/charters/{id}", guest.GetProperty("waiver_url").GetString()!);

        async Task<JsonElement> Send(string method, string address, object body)
        {
            var answer = await office.APIRequest.FetchAsync(address, new() { Method = method, DataObject = body });
            Assert.True(answer.Ok, $"{address}: {await answer.TextAsync()}");
            return (await answer.JsonAsync())!.Value;
        }
    }
}
