using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>Walks every page of the demo that links lead to, and its forms refused, as somebody who cannot see, point or read small print would meet it.</summary>
public sealed partial class AccessJourney(Harbour harbour, Ship ship) : Journey(harbour), IClassFixture<Ship>
{
    private static readonly string[] InTheOpen = ["/", "/sign-in", "/sign-in/sent", "/sign-in/nothing-there", "/dev/mail"];

    private const string OwnPages = "links => links.filter(a => a.origin === location.origin && !a.download).map(a => a.pathname)";

    private readonly List<string> _faults = [];

    [Fact]
    public async Task A_stranger_can_use_every_page()
    {
        var page = await Laptop(ship);
        Listen(page);
        foreach (var address in InTheOpen) await Look(page, address);
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Theory]
    [InlineData(HarborDemo.Owner, 20)]
    [InlineData(HarborDemo.Deckhand, 4)]
    public async Task Whoever_is_aboard_can_use_every_page_they_are_led_to(string name, int atLeast)
    {
        var page = await Laptop(ship);
        await page.ComeAboard(name);
        Listen(page);
        var seen = await Crawl(page);
        Assert.True(seen.Count >= atLeast, string.Join('\n', seen));
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    /// <summary>A charter in each state and a list half done, then one page of each kind that links lead to.</summary>
    private async Task<IReadOnlyList<string>> Crawl(IPage page)
    {
        var states = (await page.Charters()).DistinctBy(charter => charter.GetProperty("status").GetString());
        string[] first = ["/harbor-demo", await page.NextChecklist(), .. states.Select(charter => $"/harbor-demo/charters/{charter.GetProperty("id")}")];
        var (waiting, seen) = (new Queue<string>(first), new List<string>());
        while (waiting.TryDequeue(out var address))
        {
            if (seen.Contains(address) || (!first.Contains(address) && seen.Exists(other => KindOf(other) == KindOf(address)))) continue;
            seen.Add(address);
            await Look(page, address);
            foreach (var link in await page.Locator("a[href]").EvaluateAllAsync<string[]>(OwnPages)) waiting.Enqueue(link);
        }

        return seen;
    }

    private async Task Look(IPage page, string address)
    {
        await Visit(page, address);
        await Examine(page, address);
        if (!Refusable().IsMatch(address)) return;
        await SendEmpty(page);
        await Examine(page, $"{address} refused");
    }

    private async Task Visit(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        if (answer is { Ok: false, Status: not 304 }) _faults.Add($"{address}: {answer.Status}");
    }

    /// <summary>By day on a phone, by night on a laptop, and as narrow as it gets.</summary>
    private async Task Examine(IPage page, string address)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 360), (ColorScheme.Dark, 1280) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 800);
            _faults.AddRange((await Axe.Faults(page)).Select(fault => $"{address}, {scheme}, {width}: {fault}"));
        }

        await page.SetViewportSizeAsync(320, 800);
        var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        if (beyond > 0) _faults.Add($"{address}: {beyond} pixels stick out at 320");
    }

    private static async Task SendEmpty(IPage page)
    {
        var form = page.Locator("main form[novalidate]").First;
        await form.EvaluateAsync("form => [...form.elements].forEach(field => { if (!/hidden|submit|checkbox|radio/.test(field.type)) field.value = '' })");
        await page.RunAndWaitForResponseAsync(() => form.Locator("button:not([name])").Last.ClickAsync(), answer => answer.Request.Method == "POST");
        await page.Locator("#errs").WaitForAsync();
    }

    private void Listen(IPage page)
    {
        page.Console += (_, said) =>
        {
            if (said.Type is "error" && !Expected().IsMatch(said.Text)) _faults.Add($"{page.Url}: {said.Text}");
        };
    }

    private static string KindOf(string address) => Id().Replace(address, "…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    /// <summary>Pages whose form, sent empty, is refused and changes nothing.</summary>
    [GeneratedRegex("^/sign-in$|/(new|edit|cancel)$|/(vessels|types|templates|crew)/[^/]+$")]
    private static partial Regex Refusable();

    /// <summary>What Chromium says itself of an answer that refuses.</summary>
    [GeneratedRegex("status of 422")]
    private static partial Regex Expected();
}
