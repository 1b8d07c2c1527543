using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Walks every page of the demo that links lead to, and its forms refused, as somebody who cannot see, point or read
/// small print would meet it.
/// </summary>
public sealed partial class AccessJourney(BrowserFixture fixture, AppProcess app)
    : Journey(fixture), IClassFixture<AppProcess>
{
    private static readonly string[] InTheOpen = [
        "/", "/sign-in", "/sign-in/sent", "/sign-in/nothing-there", "/dev/mail"];

    private const string OwnPages =
        "links => links.filter(a => a.origin === location.origin && !/\\.csv$|\\/proof$/.test(a.pathname)).map(a => a.pathname)";

    [Fact]
    public async Task A_stranger_can_use_every_page()
    {
        var check = new AccessCheck(await Laptop(app));
        foreach (var address in InTheOpen) await Look(check, address);
        await check.Visit("/nothing/is/here", 404);
        check.AssertNoFaults();
    }

    [Theory]
    [InlineData(DemoApp.Owner, 20)]
    [InlineData(DemoApp.Deckhand, 4)]
    public async Task Whoever_is_aboard_can_use_every_page_they_are_led_to(string name, int atLeast)
    {
        var page = await Laptop(app);
        await page.SignInAs(name);
        var check = new AccessCheck(page);
        var seen = await Crawl(page, check);
        Assert.True(seen.Count >= atLeast, string.Join('\n', seen));
        check.AssertNoFaults();
    }

    /// <summary>A charter in each state and a list half done, then one page of each kind that links lead to.</summary>
    private static async Task<IReadOnlyList<string>> Crawl(IPage page, AccessCheck check)
    {
        var states = (await page.Charters()).DistinctBy(charter => charter.GetProperty("status").GetString());
        string[] first = ["/harbor-demo", await page.NextChecklist(),
            .. states.Select(charter => $"/harbor-demo/charters/{charter.GetProperty("id")}")];
        var (waiting, seen) = (new Queue<string>(first), new List<string>());
        while (waiting.TryDequeue(out var address))
        {
            if (seen.Contains(address)
                || (!first.Contains(address) && seen.Exists(other => KindOf(other) == KindOf(address))))
                continue;
            seen.Add(address);
            await Look(check, address);
            foreach (var link in await page.Locator("a[href]").EvaluateAllAsync<string[]>(OwnPages))
                waiting.Enqueue(link);
        }

        return seen;
    }

    private static async Task Look(AccessCheck check, string address)
    {
        await check.Visit(address);
        if (Refusable().IsMatch(address)) await check.SubmitEmpty(address);
    }

    private static string KindOf(string address) => Id().Replace(address, "…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    /// <summary>Pages whose form, sent empty, is refused and changes nothing.</summary>
    [GeneratedRegex("^/sign-in$|/(new|edit|cancel)$|/(vessels|types|templates|crew)/[^/]+$")]
    private static partial Regex Refusable();
}
