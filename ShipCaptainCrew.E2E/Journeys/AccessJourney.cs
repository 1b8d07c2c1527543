using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>Walks every page of the demo that links lead to, and its forms refused, as somebody who cannot see, point or read small print would meet it.</summary>
public sealed partial class AccessJourney(Harbour harbour, Ship ship) : Journey(harbour), IClassFixture<Ship>
{
    private static readonly string[] InTheOpen = ["/", "/sign-in", "/sign-in/sent", "/sign-in/nothing-there", "/dev/mail"];

    private const string OwnPages = "links => links.filter(a => a.origin === location.origin && !/\\.csv$|\\/proof$/.test(a.pathname)).map(a => a.pathname)";

    [Fact]
    public async Task A_stranger_can_use_every_page()
    {
        var inspection = new Inspection(await Laptop(ship));
        foreach (var address in InTheOpen) await Look(inspection, address);
        await inspection.Look("/nothing/is/here", 404);
        inspection.Found_nothing();
    }

    [Theory]
    [InlineData(HarborDemo.Owner, 20)]
    [InlineData(HarborDemo.Deckhand, 4)]
    public async Task Whoever_is_aboard_can_use_every_page_they_are_led_to(string name, int atLeast)
    {
        var page = await Laptop(ship);
        await page.ComeAboard(name);
        var inspection = new Inspection(page);
        var seen = await Crawl(page, inspection);
        Assert.True(seen.Count >= atLeast, string.Join('\n', seen));
        inspection.Found_nothing();
    }

    /// <summary>A charter in each state and a list half done, then one page of each kind that links lead to.</summary>
    private static async Task<IReadOnlyList<string>> Crawl(IPage page, Inspection inspection)
    {
        var states = (await page.Charters()).DistinctBy(charter => charter.GetProperty("status").GetString());
        string[] first = ["/harbor-demo", await page.NextChecklist(), .. states.Select(charter => $"/harbor-demo/charters/{charter.GetProperty("id")}")];
        var (waiting, seen) = (new Queue<string>(first), new List<string>());
        while (waiting.TryDequeue(out var address))
        {
            if (seen.Contains(address) || (!first.Contains(address) && seen.Exists(other => KindOf(other) == KindOf(address)))) continue;
            seen.Add(address);
            await Look(inspection, address);
            foreach (var link in await page.Locator("a[href]").EvaluateAllAsync<string[]>(OwnPages)) waiting.Enqueue(link);
        }

        return seen;
    }

    private static async Task Look(Inspection inspection, string address)
    {
        await inspection.Look(address);
        if (Refusable().IsMatch(address)) await inspection.LookRefused(address);
    }

    private static string KindOf(string address) => Id().Replace(address, "…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    /// <summary>Pages whose form, sent empty, is refused and changes nothing.</summary>
    [GeneratedRegex("^/sign-in$|/(new|edit|cancel)$|/(vessels|types|templates|crew)/[^/]+$")]
    private static partial Regex Refusable();
}
